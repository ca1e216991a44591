#include "platform/html/html.hpp"

#include <algorithm>
#include <stdexcept>

namespace hebra::html {
namespace {

constexpr std::string_view k_addresses[] = {"href", "src", "action", "ping", "formaction"};
constexpr std::string_view k_schemes[] = {"https://", "http://", "tel:", "sms:", "mailto:"};

}  // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default:
                // Control characters have no place in a page (HTML §13.2.3.5); line ends and tabs do.
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') safe += c;
        }
    }
    return safe;
}

bool is_safe_address(std::string_view address) {
    if (std::ranges::any_of(address, [](char c) { return static_cast<unsigned char>(c) <= 0x20; })) return false;
    // "//elsewhere" and "/\elsewhere" lead to another host.
    if (address.starts_with('/')) return !address.starts_with("//") && !address.starts_with("/\\");
    if (address.starts_with('?') || address.starts_with('#')) return true;
    return std::ranges::any_of(k_schemes, [&](std::string_view scheme) { return address.starts_with(scheme); });
}

Element::Element(Element&& other) noexcept : writer_(other.writer_), tag_(other.tag_) { other.writer_ = nullptr; }

Element::~Element() {
    if (writer_ != nullptr) ((writer_->out_ += "</") += tag_) += '>';
}

void Writer::begin(std::string_view tag, const Attributes& attributes) {
    (out_ += '<') += tag;
    for (const auto& attribute : attributes) {
        if (!attribute.is_present) continue;
        (out_ += ' ') += attribute.name;
        if (!attribute.value) continue;
        if (std::ranges::find(k_addresses, attribute.name) != std::end(k_addresses) && !is_safe_address(*attribute.value))
            throw std::logic_error("html: an address that may not be followed");
        ((out_ += "=\"") += escaped(*attribute.value)) += '"';
    }
    out_ += '>';
}

Element Writer::element(std::string_view tag, const Attributes& attributes) {
    begin(tag, attributes);
    return {*this, tag};
}

void Writer::leaf(std::string_view tag, const Attributes& attributes, std::string_view content) {
    const auto holder = element(tag, attributes);
    text(content);
}

void Writer::single(std::string_view tag, const Attributes& attributes) { begin(tag, attributes); }

}  // namespace hebra::html
