#include "features/directory/contact.hpp"

#include "platform/chile/dialable.hpp"

namespace hebra::directory {
namespace {

bool is_number(ChannelKind kind) {
    return kind == ChannelKind::phone || kind == ChannelKind::whatsapp || kind == ChannelKind::sms;
}

bool is_page(ChannelKind kind) {
    return kind == ChannelKind::chat || kind == ChannelKind::web || kind == ChannelKind::video;
}

bool is_url(std::string_view text) {
    const auto rest = text.starts_with("https://") ? text.substr(8) : text.starts_with("http://") ? text.substr(7) : "";
    return rest.find('.') != std::string_view::npos && rest.find_first_of(" \t\"<>\\") == std::string_view::npos;
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
           text.find('@', at + 1) == std::string_view::npos && text.find_first_of(" \t,;<>\"") == std::string_view::npos;
}

Word word_of(Standing standing, ChannelKind kind) {
    if (standing == Standing::confirmed) return {};
    if (standing == Standing::missing) return words::k_contact_missing;
    if (standing == Standing::doubted && is_number(kind)) return words::k_doubted_number;
    return is_number(kind) ? words::k_to_confirm_number : words::k_to_confirm_contact;
}

}  // namespace

Standing standing_of(const Channel& channel, Time now) {
    if (channel.contact.empty()) return Standing::missing;
    const auto& confirmation = channel.confirmation;
    if (channel.doubted_at && (!confirmation || confirmation->at <= *channel.doubted_at)) return Standing::doubted;
    if (!confirmation) return Standing::unconfirmed;
    return now < confirmation->expires ? Standing::confirmed : Standing::expired;
}

Shown dialable(const Channel& channel, Time now) {
    const auto standing = standing_of(channel, now);
    if (standing != Standing::confirmed) return {standing, "", "", word_of(standing, channel.kind)};
    return {standing, channel.contact, uri_of(channel), {}};
}

std::string uri_of(const Channel& channel) {
    const auto& contact = channel.contact;
    if (channel.kind == ChannelKind::phone) {
        const auto number = chile::Dialable::parse(contact);
        return number ? number->uri() : "";
    }
    if (channel.kind == ChannelKind::whatsapp || channel.kind == ChannelKind::sms) {
        const auto phone = chile::Phone::parse(contact);
        if (!phone) return "";
        return channel.kind == ChannelKind::sms ? "sms:" + phone->text() : "https://wa.me/" + phone->text().substr(1);
    }
    if (channel.kind == ChannelKind::email) return is_email(contact) ? "mailto:" + contact : "";
    return is_page(channel.kind) && is_url(contact) ? contact : "";
}

Result<> check_contact(ChannelKind kind, std::string_view contact) {
    if (contact.empty()) return {};
    if (kind == ChannelKind::phone) HEBRA_CHECK(chile::Dialable::parse(contact));
    if (kind == ChannelKind::whatsapp || kind == ChannelKind::sms) HEBRA_CHECK(chile::Phone::parse(contact));
    if (kind == ChannelKind::email && !is_email(contact)) return refuse(Refused::invalid, words::k_contact_email);
    if (is_page(kind) && !is_url(contact)) return refuse(Refused::invalid, words::k_contact_url);
    return {};
}

}  // namespace hebra::directory
