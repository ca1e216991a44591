#include "platform/csv/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <stdexcept>

namespace hebra::csv {
namespace {

constexpr std::string_view k_utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view k_utf16_little_mark = "\xFF\xFE";
constexpr std::string_view k_utf16_big_mark = "\xFE\xFF";

bool is_utf8(std::string_view bytes) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, bytes.data(), static_cast<int32_t>(bytes.size()), &error);
    return error == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(error);
}

/// UTF-16 without a mark shows itself by ASCII letters: every second byte of the beginning is null.
const char* unmarked_utf16(std::string_view bytes) {
    const auto head = bytes.substr(0, 64);
    if (head.size() < 4 || head.size() % 2 != 0) return nullptr;
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    const auto most = head.size() * 3 / 8;  // three letters of four
    if (odd >= most && even == 0) return "UTF-16LE";
    if (even >= most && odd == 0) return "UTF-16BE";
    return nullptr;
}

/// Empty if some bytes have no meaning in that encoding.
std::optional<std::string> convert(std::string_view bytes, const char* from) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(from, &error);
    if (U_FAILURE(error)) throw std::runtime_error(fmt::format("ICU has no converter for {}", from));
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    std::string text(bytes.size() * 3 + 4, '\0');
    const auto size = ucnv_toAlgorithmic(UCNV_UTF8, converter, text.data(), static_cast<int32_t>(text.size()), bytes.data(),
                                         static_cast<int32_t>(bytes.size()), &error);
    ucnv_close(converter);
    if (U_FAILURE(error)) return std::nullopt;
    text.resize(static_cast<std::size_t>(size));
    return text;
}

Result<Decoded> from_utf16(std::string_view bytes, const char* name) {
    auto text = convert(bytes, name);
    if (!text) return refuse(Refused::malformed, words::k_not_text);
    return Decoded{*std::move(text), Encoding::utf16};
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return "UTF-8";
        case Encoding::utf16: return "UTF-16";
        case Encoding::windows_1252: return "Windows-1252";
    }
    return "";
}

Result<Decoded> decode(std::string_view bytes) {
    if (bytes.starts_with(k_utf8_mark)) bytes.remove_prefix(k_utf8_mark.size());
    if (bytes.starts_with(k_utf16_little_mark)) return from_utf16(bytes.substr(2), "UTF-16LE");
    if (bytes.starts_with(k_utf16_big_mark)) return from_utf16(bytes.substr(2), "UTF-16BE");
    if (const char* name = unmarked_utf16(bytes)) return from_utf16(bytes, name);
    if (is_utf8(bytes)) return Decoded{std::string(bytes), Encoding::utf8};
    auto text = convert(bytes, "windows-1252");
    if (!text) return refuse(Refused::malformed, words::k_not_text);
    return Decoded{*std::move(text), Encoding::windows_1252};
}

}  // namespace hebra::csv
