#include "features/directory/column_cells.hpp"

namespace hebra::directory {
namespace {

constexpr std::string_view k_exists = "?";

std::string spelled(const Channel& channel) {
    return channel.contact.empty() ? std::string(k_exists) : channel.contact;
}

const Channel* same_contact(const std::vector<Channel>& channels, ChannelKind kind, std::string_view contact) {
    for (const auto& channel : channels) {
        if (channel.kind == kind && channel.contact == contact) return &channel;
    }
    return nullptr;
}

}  // namespace

MaybeWord read_hours_cell(calendar::Schedule& into, std::string_view cell) {
    auto read = read_hours(cell);
    if (read.doubt && *read.doubt != words::k_hours_absent) return words::k_hours_not_understood;
    // Special days have no words in a file: they stay as long as the usual hours do.
    if (write_hours(read.schedule) != write_hours(into)) into = std::move(read.schedule);
    return std::nullopt;
}

MaybeWord read_coverage(Coverage& into, std::string_view cell) {
    Coverage coverage{.reach = Reach::places};
    for (const auto part : list_in(cell)) {
        if (part == "nacional") coverage.reach = Reach::national;
        else if (const auto reach = named<Reach>(part); reach && *reach != Reach::places) coverage.reach = *reach;
        else if (const auto comuna_code = territory::Comuna::parse(part)) coverage.comunas.push_back(*comuna_code);
        else if (const auto region_code = territory::Region::parse(part)) coverage.regions.push_back(*region_code);
        else if (const auto comuna = territory::find_comuna_by_name(part); comuna && !part.starts_with("Región"))
            coverage.comunas.push_back(*comuna);
        else if (const auto region = territory::find_region_by_name(part)) coverage.regions.push_back(*region);
        else return words::k_not_a_place;
    }
    const bool has_places = !coverage.regions.empty() || !coverage.comunas.empty();
    if (has_places != (coverage.reach == Reach::places)) return words::k_not_a_place;
    into = std::move(coverage);
    return std::nullopt;
}

std::string write_coverage(const Coverage& coverage) {
    if (coverage.reach != Reach::places) return std::string(name_of(coverage.reach));
    const auto code = [](const auto& place) { return place.text(); };
    const auto regions = joined(coverage.regions, code);
    const auto comunas = joined(coverage.comunas, code);
    return regions + (regions.empty() || comunas.empty() ? "" : "; ") + comunas;
}

MaybeWord read_channels(Service& service, ChannelKind kind, std::string_view cell) {
    std::vector<Channel> channels;
    for (const auto part : list_in(cell)) {
        const std::string_view contact = part == k_exists ? "" : part;
        if (const auto checked = check_contact(kind, contact); !checked) return checked.error().word;
        const auto* before = same_contact(service.channels, kind, contact);
        channels.push_back(before ? *before : Channel{.kind = kind, .contact = std::string(contact)});
    }
    auto& all = service.channels;
    std::erase_if(all, [&](const Channel& channel) { return channel.kind == kind; });
    const auto place = std::find_if(all.begin(), all.end(), [&](const Channel& channel) { return channel.kind > kind; });
    all.insert(place, channels.begin(), channels.end());
    return std::nullopt;
}

std::string write_channels(const Service& service, ChannelKind kind) {
    std::vector<Channel> channels;
    for (const auto& channel : service.channels) {
        if (channel.kind == kind) channels.push_back(channel);
    }
    return joined(channels, spelled);
}

MaybeWord read_channel_hours(Service& service, ChannelKind kind, std::string_view cell) {
    bool found = false;
    for (auto& channel : service.channels) {
        if (channel.kind != kind) continue;
        found = true;
        auto hours = channel.hours.value_or(calendar::Schedule());
        if (auto word = read_hours_cell(hours, cell)) return word;
        channel.hours = cell.empty() ? std::nullopt : std::optional(std::move(hours));
    }
    return found || cell.empty() ? std::nullopt : std::optional(words::k_channel_absent);
}

std::string write_channel_hours(const Service& service, ChannelKind kind) {
    for (const auto& channel : service.channels) {
        if (channel.kind == kind && channel.hours) return write_hours(*channel.hours);
    }
    return "";
}

}  // namespace hebra::directory
