// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/my_digits_file.h"

#include "app/files/save_file.h"
#include "core/data/file.h"
#include "core/error.h"

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
    const std::string text = digits.text();
    if (text.size() > kMaxStrokeFileBytes) { // it could never be read again
        throw Error(Message(DIGITLAB_TEXT("core", "The file %1 would become too large: it would "
                                                  "have %2 bytes, at most %3 are possible."),
                            {file.string(), static_cast<std::int64_t>(text.size()),
                             static_cast<std::int64_t>(kMaxStrokeFileBytes)}));
    }
    std::error_code ignored; // saving says what is wrong with the folder
    std::filesystem::create_directories(file.parent_path(), ignored);
    saveFile(file, text);
}

} // namespace digitlab
