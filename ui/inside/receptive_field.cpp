// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/receptive_field.h"

namespace digitlab {

QRect receptiveField(const std::vector<Layer>& layers, std::size_t layer, QPoint cell) {
    QPoint first = cell;
    QPoint last = cell;
    for (std::size_t i = layer + 1; i-- > 0;) {
        const int reach = layers[i].kernel - 1;
        if (layers[i].kind == LayerKind::Conv) {
            const QPoint padding(layers[i].padding, layers[i].padding);
            first -= padding;
            last += QPoint(reach, reach) - padding;
        } else if (layers[i].kind == LayerKind::MaxPool) {
            first *= layers[i].kernel;
            last = last * layers[i].kernel + QPoint(reach, reach);
        }
    }
    return QRect(first, last) & QRect(0, 0, layers.front().in.width, layers.front().in.height);
}

} // namespace digitlab
