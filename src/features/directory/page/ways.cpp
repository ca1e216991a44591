// How a service can be reached, and what may be tapped.
#include "features/directory/page/parts.hpp"

namespace hebra::directory {
namespace {

/// From what answers at once to what takes a journey.
constexpr ChannelKind k_directness[] = {ChannelKind::phone, ChannelKind::chat,  ChannelKind::whatsapp,  ChannelKind::sms,        ChannelKind::video,
                                        ChannelKind::web,   ChannelKind::email, ChannelKind::in_person, ChannelKind::by_referral};

int directness(ChannelKind kind) {
    return static_cast<int>(std::ranges::find(k_directness, kind) - std::begin(k_directness));
}

Icon icon_of(ChannelKind kind) {
    switch (kind) {
        case ChannelKind::phone: return Icon::phone;
        case ChannelKind::whatsapp:
        case ChannelKind::sms:
        case ChannelKind::chat: return Icon::chat;
        case ChannelKind::email: return Icon::mail;
        case ChannelKind::web:
        case ChannelKind::video: return Icon::globe;
        case ChannelKind::in_person:
        case ChannelKind::by_referral: return Icon::calendar;
    }
    return Icon::globe;
}

std::string label_of(const Sheet& sheet, const Way& way) {
    switch (way.channel->kind) {
        case ChannelKind::phone: return sheet.filled(words::k_call, way.shown.contact);
        case ChannelKind::whatsapp:
        case ChannelKind::sms: return sheet.filled(words::k_write_to, way.shown.contact);
        case ChannelKind::chat: return std::string(sheet.say(words::k_open_chat));
        case ChannelKind::web: return std::string(sheet.say(words::k_open_page));
        case ChannelKind::video: return std::string(sheet.say(words::k_open_video));
        case ChannelKind::email: return std::string(sheet.say(words::k_send_mail));
        case ChannelKind::in_person:
        case ChannelKind::by_referral: break;
    }
    return way.shown.contact;
}

/// Something one goes to or is sent to, rather than taps.
bool is_journey(ChannelKind kind) { return kind == ChannelKind::in_person || kind == ChannelKind::by_referral; }

}  // namespace

std::vector<Way> ways_of(const Service& service, Time now, std::optional<ChannelKind> asked) {
    std::vector<Way> ways;
    for (std::size_t i = 0; i < service.channels.size(); ++i)
        ways.push_back({&service.channels[i], i, dialable(service.channels[i], now)});
    const auto rank = [&](const Way& way) {
        const bool is_asked = asked == way.channel->kind;
        const bool is_confirmed = way.shown.standing == Standing::confirmed;
        return std::tuple(!is_asked, !is_confirmed, directness(way.channel->kind), way.place);
    };
    std::ranges::sort(ways, {}, rank);
    return ways;
}

void write_way(Sheet& sheet, const Service& service, const Way& way, bool is_first) {
    auto& out = sheet.out;
    const auto kind = way.channel->kind;
    if (is_journey(kind)) {
        out.leaf("a", {{"class", "button"}, {"href", sheet.asked.address(service_path(service)) + "#contacto"}}, sheet.say(words::k_how_to_enter));
        return;
    }
    if (way.shown.standing != Standing::confirmed) {
        out.leaf("span", {{"class", "button button--pending"}},
                 capitalised(fmt::format("{}: {}", hebra::say(word_of(kind), sheet.asked.language), sheet.say(way.shown.word))));
        return;
    }
    if (!sheet.dials || way.shown.uri.empty()) {
        out.leaf("span", {{"class", "button button--pending"}},
                 sheet.dials ? way.shown.contact : sheet.filled(words::k_sample_contact, label_of(sheet, way)));
        return;
    }
    // The browser counts the tap beside following the link: nothing stands between a person and the call.
    const auto link = out.element("a", {{"class", is_first ? "button button--first" : "button"},
                                        {"href", way.shown.uri},
                                        {"ping", service_path(service) + "/toques"}});
    draw_icon(out, icon_of(kind));
    out.text(label_of(sheet, way));
}

}  // namespace hebra::directory
