#include "features/directory/columns.hpp"

#include "features/directory/column_cells.hpp"

namespace hebra::directory {
namespace {

using Cell = std::string_view;

template <auto Member>
constexpr Column text_column(std::string_view name, bool is_required = false) {
    return {name, is_required, [](Service& service, Cell cell) { return read_text(service.*Member, cell); },
            [](const Service& service) { return service.*Member; }};
}

template <auto Member>
constexpr Column enum_column(std::string_view name, bool is_required = false) {
    return {name, is_required, [](Service& service, Cell cell) { return read_enum(service.*Member, cell); },
            [](const Service& service) { return std::string(name_of(service.*Member)); }};
}

/// As above; the first value, which means "nothing said", is an empty cell.
template <auto Member>
constexpr Column quiet_enum_column(std::string_view name) {
    return {name, false, [](Service& service, Cell cell) { return read_enum(service.*Member, cell); },
            [](const Service& service) {
                const auto value = service.*Member;
                return value == decltype(value)() ? std::string() : std::string(name_of(value));
            }};
}

template <auto Member>
constexpr Column date_column(std::string_view name) {
    return {name, false, [](Service& service, Cell cell) { return read_date(service.*Member, cell); },
            [](const Service& service) { return write_date(service.*Member); }};
}

template <auto Member>
constexpr Column age_column(std::string_view name) {
    return {name, false, [](Service& service, Cell cell) { return read_age(service.*Member, cell); },
            [](const Service& service) { return write_number(service.*Member); }};
}

template <auto Member>
constexpr Column count_column(std::string_view name) {
    return {name, false, [](Service& service, Cell cell) { return read_count(service.capacity.*Member, cell); },
            [](const Service& service) { return write_number(service.capacity.*Member); }};
}

template <ChannelKind Kind>
constexpr Column channel_column(std::string_view name) {
    return {name, false, [](Service& service, Cell cell) { return read_channels(service, Kind, cell); },
            [](const Service& service) { return write_channels(service, Kind); }};
}

template <ChannelKind Kind>
constexpr Column channel_hours_column(std::string_view name) {
    return {name, false, [](Service& service, Cell cell) { return read_channel_hours(service, Kind, cell); },
            [](const Service& service) { return write_channel_hours(service, Kind); }};
}

MaybeWord read_topics(Service& service, Cell cell) {
    return read_list(service.topics, cell, find_topic, words::k_unknown_topic);
}

MaybeWord read_area(Service& service, Cell cell) {
    if (cell.empty()) return service.area.reset(), std::nullopt;
    institutions::Sector area{};
    if (auto word = read_enum(area, cell)) return word;
    service.area = area;
    return std::nullopt;
}

MaybeWord read_languages(Service& service, Cell cell) {
    return read_list(service.languages, cell, SpokenLanguage::parse, words::k_unknown_language);
}

MaybeWord read_documents(Service& service, Cell cell) {
    service.required_documents.clear();
    for (const auto part : list_in(cell)) service.required_documents.emplace_back(part);
    return std::nullopt;
}

MaybeWord read_as_of(Service& service, Cell cell) {
    if (!cell.empty() && !earliest(cell)) return words::k_cell_not_as_of;
    return read_text(service.as_of, cell);
}

/// What a file leaves as it was stays known as it was.
MaybeWord read_checker(Service& service, Cell cell) {
    Caller said;
    if (auto word = read_text(said.known_as, cell)) return word;
    if (said.known_as != service.checker.known_as) service.checker = std::move(said);
    return std::nullopt;
}

std::string own_text(const std::string& text) {
    return text;
}
std::string code_text(const auto& value) {
    return std::string(value.text());
}

constexpr Column k_columns[] = {
    text_column<&Service::code>("code", true),
    text_column<&Service::name>("name", true),
    text_column<&Service::institution>("institution", true),
    {"area", false, read_area, [](const Service& service) { return service.area ? std::string(name_of(*service.area)) : std::string(); }},
    enum_column<&Service::kind>("kind", true),
    text_column<&Service::population>("population"),
    age_column<&Service::age_min>("age_min"),
    age_column<&Service::age_max>("age_max"),
    {"topics", true, read_topics, [](const Service& service) { return joined(service.topics, code_text<Topic>); }},
    {"coverage", true, [](Service& service, Cell cell) { return read_coverage(service.coverage, cell); },
     [](const Service& service) { return write_coverage(service.coverage); }},
    channel_column<ChannelKind::phone>("phone"),
    channel_column<ChannelKind::whatsapp>("whatsapp"),
    channel_column<ChannelKind::sms>("sms"),
    channel_column<ChannelKind::chat>("chat"),
    channel_column<ChannelKind::email>("email"),
    channel_column<ChannelKind::web>("web"),
    channel_column<ChannelKind::video>("video"),
    channel_column<ChannelKind::in_person>("in_person"),
    channel_column<ChannelKind::by_referral>("by_referral"),
    {"hours", false, [](Service& service, Cell cell) { return read_hours_cell(service.hours, cell); },
     [](const Service& service) { return write_hours(service.hours); }},
    channel_hours_column<ChannelKind::phone>("phone_hours"),
    channel_hours_column<ChannelKind::whatsapp>("whatsapp_hours"),
    channel_hours_column<ChannelKind::chat>("chat_hours"),
    channel_hours_column<ChannelKind::in_person>("in_person_hours"),
    text_column<&Service::hours_said>("hours_said"),
    quiet_enum_column<&Service::identity>("identity"),
    {"confidential", false, [](Service& service, Cell cell) { return read_yes_no(service.is_confidential, cell); },
     [](const Service& service) { return write_yes_no(service.is_confidential); }},
    quiet_enum_column<&Service::cost>("cost"),
    {"languages", false, read_languages,
     [](const Service& service) { return joined(service.languages, code_text<SpokenLanguage>); }},
    {"accessibility", false,
     [](Service& service, Cell cell) { return read_list(service.accessibility, cell, named<Access>, not_listed<Access>()); },
     [](const Service& service) { return joined(service.accessibility, [](Access access) { return name_of(access); }); }},
    text_column<&Service::entry_requirements>("entry_requirements"),
    {"required_documents", false, read_documents,
     [](const Service& service) { return joined(service.required_documents, own_text); }},
    count_column<&Capacity::places>("places"),
    count_column<&Capacity::places_free>("places_free"),
    {"places_updated", false, [](Service& service, Cell cell) { return read_date(service.capacity.updated, cell); },
     [](const Service& service) { return write_date(service.capacity.updated); }},
    count_column<&Capacity::waiting_days>("waiting_days"),
    text_column<&Service::source>("source", true),
    {"as_of", false, read_as_of, [](const Service& service) { return service.as_of; }},
    enum_column<&Service::verified>("verified", true),
    date_column<&Service::checked_on>("checked_on"),
    {"checked_by", false, read_checker, [](const Service& service) { return service.checker.known_as; }},
    date_column<&Service::expires_on>("expires_on"),
    text_column<&Service::notes>("notes"),
};

}  // namespace

std::span<const Column> columns() {
    return k_columns;
}

std::optional<RowFault> fault_of(const Service& service) {
    if (service.age_min && service.age_max && *service.age_max < *service.age_min)
        return RowFault{"age_max", words::k_ages_reversed};
    const auto& capacity = service.capacity;
    if (capacity.places && capacity.places_free && *capacity.places < *capacity.places_free)
        return RowFault{"places_free", words::k_places_impossible};
    return std::nullopt;
}

}  // namespace hebra::directory
