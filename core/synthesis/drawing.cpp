// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/drawing.h"

#include "core/synthesis/digit_styles.h"
#include "core/synthesis/hand.h"

namespace digitlab {
namespace {

/// One of the styles, each as often as it is usual.
const DigitStyle& anyStyle(std::span<const DigitStyle> styles, Random& random) {
    double sum = 0;
    for (const DigitStyle& style : styles) {
        sum += style.weight;
    }
    double rest = random.uniform(0, sum);
    for (const DigitStyle& style : styles) {
        rest -= style.weight;
        if (rest < 0) {
            return style;
        }
    }
    return styles.back();
}

} // namespace

Ink drawDigit(int digit, Random& random) {
    const DigitStyle& style = anyStyle(stylesOf(digit), random);
    const Hand hand = Hand::random(random);
    return draw(style.glyph, hand, random);
}

} // namespace digitlab
