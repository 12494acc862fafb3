// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/my_digits_file.h"

#include "app/files/save_file.h"
#include "core/data/file.h"

namespace digitlab {

MyDigits readMyDigits(const std::filesystem::path& file) {
    std::error_code problem;
    if (std::filesystem::status(file, problem).type() == std::filesystem::file_type::not_found) {
        return {};
    }
    const Bytes bytes = readFile(file, kMaxStrokeFileBytes);
    return {std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
            file.string()};
}

void saveMyDigits(const std::filesystem::path& file, const MyDigits& digits) {
    std::error_code ignored; // saving says what is wrong with the folder
    std::filesystem::create_directories(file.parent_path(), ignored);
    saveFile(file, digits.text());
}

} // namespace digitlab
