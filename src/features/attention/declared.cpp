#include "features/attention/declared.hpp"

#include "platform/http/file_words.hpp"

namespace hebra::attention {
namespace {

enum class Sort { unsaid, picture, pdf, text, other };

Sort sort_of(blobs::MediaType type) {
    switch (type) {
        case blobs::MediaType::png:
        case blobs::MediaType::jpeg:
        case blobs::MediaType::webp: return Sort::picture;
        case blobs::MediaType::pdf: return Sort::pdf;
        case blobs::MediaType::text: return Sort::text;
    }
    return Sort::other;
}

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
    return small;
}

/// "image/png; charset=x" is a picture's.
Sort sort_of_type(std::string_view content_type) {
    auto type = in_small_letters(content_type.substr(0, content_type.find(';')));
    while (type.ends_with(' ')) type.pop_back();
    if (type.empty() || type == "application/octet-stream") return Sort::unsaid;
    if (type == "image/png" || type == "image/jpeg" || type == "image/jpg" || type == "image/webp") return Sort::picture;
    if (type == "application/pdf") return Sort::pdf;
    if (type == "text/plain" || type == "text/csv" || type == "text/markdown") return Sort::text;
    return Sort::other;
}

Sort sort_of_name(std::string_view name) {
    const auto small = in_small_letters(name);
    for (const auto* ending : {".png", ".jpg", ".jpeg", ".webp"})
        if (small.ends_with(ending)) return Sort::picture;
    return small.ends_with(".pdf") ? Sort::pdf : Sort::unsaid;  // text may be called anything, and is then called .txt
}

}  // namespace

Result<> check_declared(std::optional<std::string_view> content_type, std::string_view name, BytesView content) {
    const auto declared = sort_of_type(content_type.value_or(""));
    if (declared == Sort::other) return refuse(Refused::malformed, http::words::k_not_a_file);
    const auto found = blobs::sniff(content);
    if (!found) return refuse_field("/file", found.error().word);
    const auto held = sort_of(*found);
    const auto named = sort_of_name(name);
    if ((declared != Sort::unsaid && declared != held) || (named != Sort::unsaid && named != held))
        return refuse_field("/file", words::k_not_as_declared);
    return {};
}

}  // namespace hebra::attention
