#include "platform/blobs/sniff.hpp"

#include <algorithm>
#include <cctype>
#include <span>
#include <stdexcept>

#include "platform/json/utf8.hpp"

namespace hebra::blobs {
namespace {

constexpr std::string_view k_active_names[] = {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA"};

/// A PDF name ends where its letters do: "/JS" is not the beginning of "/JSize".
bool has_name(std::string_view pdf, std::string_view name) {
    for (auto at = pdf.find(name); at != std::string_view::npos; at = pdf.find(name, at + 1)) {
        const auto end = at + name.size();
        const auto next = end < pdf.size() ? static_cast<unsigned char>(pdf[end]) : ' ';
        if (std::isalnum(next) == 0) return true;
    }
    return false;
}

bool is_plain_text(std::string_view text) {
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7F;
    };
    if (std::ranges::any_of(text, is_control) || !json::is_utf8(text)) return false;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto start = text.find_first_not_of(" \t\r\n\f");
    if (start == std::string_view::npos) return true;
    text.remove_prefix(start);
    return !text.starts_with('<') && !text.starts_with("#!") && !text.starts_with("{\\rtf") && !text.starts_with("%!PS");
}

constexpr std::string_view k_png[] = {".png"};
constexpr std::string_view k_jpeg[] = {".jpg", ".jpeg"};
constexpr std::string_view k_webp[] = {".webp"};
constexpr std::string_view k_pdf[] = {".pdf"};
constexpr std::string_view k_text[] = {".txt", ".csv", ".md"};

/// How the name of such a file may end; the first where it ends otherwise.
std::span<const std::string_view> endings_of(MediaType type) {
    switch (type) {
        case MediaType::png: return k_png;
        case MediaType::jpeg: return k_jpeg;
        case MediaType::webp: return k_webp;
        case MediaType::pdf: return k_pdf;
        case MediaType::text: return k_text;
    }
    throw std::logic_error("a media type without an ending");
}

}  // namespace

std::string_view mime(MediaType type) {
    switch (type) {
        case MediaType::png: return "image/png";
        case MediaType::jpeg: return "image/jpeg";
        case MediaType::webp: return "image/webp";
        case MediaType::pdf: return "application/pdf";
        case MediaType::text: return "text/plain; charset=utf-8";
    }
    throw std::logic_error("a media type without a name");
}

std::string named_as(std::string_view name, MediaType type) {
    const auto endings = endings_of(type);
    const auto dot = name.find_last_of('.');
    std::string ending(dot == std::string_view::npos ? "" : name.substr(dot));
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (std::ranges::count(endings, std::string_view(ending)) > 0) return std::string(name);
    return std::string(name) + std::string(endings.front());
}

Result<MediaType> sniff(BytesView content) {
    const auto text = text_of(content);
    if (text.empty()) return refuse(Refused::invalid, words::k_file_empty);
    if (text.starts_with("\x89PNG\r\n\x1A\n")) return MediaType::png;
    if (text.starts_with("\xFF\xD8\xFF")) return MediaType::jpeg;
    if (text.starts_with("RIFF") && text.substr(std::min<std::size_t>(8, text.size())).starts_with("WEBP")) return MediaType::webp;
    if (text.starts_with("%PDF-")) {
        if (std::ranges::any_of(k_active_names, [&](std::string_view name) { return has_name(text, name); }))
            return refuse(Refused::invalid, words::k_file_active);
        return MediaType::pdf;
    }
    if (is_plain_text(text)) return MediaType::text;
    return refuse(Refused::invalid, words::k_file_kind);
}

}  // namespace hebra::blobs
