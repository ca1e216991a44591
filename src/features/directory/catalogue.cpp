#include "features/directory/catalogue.hpp"

#include <stdexcept>

#include "base/fold.hpp"
#include "features/directory/contact.hpp"
#include "features/directory/weights.hpp"

namespace hebra::directory {
namespace {

using std::chrono::sys_days;

std::uint8_t age_or(const std::optional<int>& age, int otherwise) {
    return static_cast<std::uint8_t>(std::clamp(age.value_or(otherwise), 0, 255));
}

template <class Bits, class List, class NumberOf>
Bits bits_of(const List& list, NumberOf number_of) {
    Bits bits = 0;
    for (const auto& each : list) bits = static_cast<Bits>(bits | Bits(1) << number_of(each));
    return bits;
}

std::int64_t minutes_of(Time time) {
    return std::chrono::floor<std::chrono::minutes>(time.time_since_epoch()).count();
}

int score_of(Verified verified) {
    switch (verified) {
        case Verified::by_editor: return weights::k_by_editor.value;
        case Verified::official_stored_page: return weights::k_official.value;
        case Verified::second_hand_official: return weights::k_second_hand.value;
        case Verified::press:
        case Verified::seed: return 0;
        case Verified::partial: return weights::k_partial.value;
        case Verified::conflict: return weights::k_conflict.value;
        case Verified::no: return weights::k_unsourced.value;
    }
    return 0;
}

std::int16_t standing_score_of(const Service& service) {
    int score = score_of(service.verified);
    if (service.capacity.places_free.value_or(0) > 0) score += weights::k_places.value;
    if (service.cost == Cost::free) score += weights::k_free.value;
    score += weights::k_waiting.value * std::min(service.capacity.waiting_days.value_or(0) / 2, 60);
    return static_cast<std::int16_t>(score);
}

Time confirmed_until(const Service& service) {
    Time latest{};
    for (const auto& channel : service.channels) {
        // Doubted ones are asked for a moment at which their confirmation holds, so that only the doubt is left.
        if (!channel.confirmation || standing_of(channel, channel.confirmation->at) != Standing::confirmed) continue;
        latest = std::max(latest, channel.confirmation->expires);
    }
    return latest;
}

bool is_doubted(const Channel& channel) {
    return channel.doubted_at && (!channel.confirmation || channel.confirmation->at <= *channel.doubted_at);
}

}  // namespace

std::uint8_t area_number(const std::optional<institutions::Sector>& area) {
    return area ? static_cast<std::uint8_t>(static_cast<int>(*area) + 1) : 0;
}

std::int16_t day_number(const std::optional<Date>& date) {
    if (!date) return Facts::k_never;
    const auto days = (sys_days(*date) - sys_days(std::chrono::year(2000) / 1 / 1)).count();
    return static_cast<std::int16_t>(std::clamp<std::int64_t>(days, Facts::k_never + 1, 32767));
}

const TopicFamily& family_of(Topic topic) {
    static const auto families = [] {
        const auto bit = [](Topic each) { return std::uint64_t(1) << each.index(); };
        std::vector<TopicFamily> all(Topic::all().size());
        for (const auto each : Topic::all()) {
            all[each.index()].own = bit(each);
            const auto parent = each.parent();
            if (!parent) continue;
            all[each.index()].parent = bit(*parent);
            all[parent->index()].children |= bit(each);
        }
        return all;
    }();
    return families[topic.index()];
}

Snapshot<Catalogue> Catalogue::build(std::vector<Service> services, Time now) {
    std::shared_ptr<Catalogue> made(new Catalogue(now));
    std::erase_if(services, [](const Service& service) { return !service.is_active; });
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t i = 0; i < services.size(); ++i)
        order.emplace_back(fold(services[i].name) + '\0' + services[i].code, i);
    std::sort(order.begin(), order.end());
    for (const auto& [name, i] : order) made->services_.push_back(std::move(services[i]));
    for (std::uint32_t place = 0; place < made->services_.size(); ++place) made->add(made->services_[place], place);
    made->search_ = SearchIndex(made->services_);
    return made;
}

void Catalogue::add(const Service& service, std::uint32_t place) {
    by_id_.emplace(service.id, place);
    by_code_.emplace(service.code, place);
    Facts facts{
        .topics = bits_of<std::uint64_t>(service.topics, [](Topic topic) { return topic.index(); }),
        .regions = bits_of<std::uint32_t>(service.coverage.regions, [](auto region) { return region.number(); }),
        .confirmed_until = static_cast<std::int32_t>(minutes_of(confirmed_until(service))),
        .first_comuna = static_cast<std::uint32_t>(comunas_.size()),
        .first_slot = static_cast<std::uint32_t>(slots_.size()),
        .schedule = timelines_.add(service.hours),
        .comuna_count = static_cast<std::uint16_t>(service.coverage.comunas.size()),
        .channels =
            bits_of<std::uint16_t>(service.channels, [](const Channel& channel) { return static_cast<int>(channel.kind); }),
        .languages = static_cast<std::uint16_t>(
            bits_of<std::uint16_t>(service.languages, [](auto language) { return language.index(); }) | 1U),
        .standing_score = standing_score_of(service),
        .known_day = day_number(known_on(service)),
        .good_until_day = day_number(good_until(service)),
        .slot_count = static_cast<std::uint8_t>(std::min<std::size_t>(service.channels.size(), 255)),
        .age_min = age_or(service.age_min, 0),
        .age_max = age_or(service.age_max, 255),
        .is_for_crises = service.kind == LineKind::crisis || service.kind == LineKind::emergency,
        .is_full = service.capacity.places_free == 0,
        .is_simple = !service.channels.empty(),
        .identity = service.identity,
        .cost = service.cost,
        .reach = service.coverage.reach,
        .area = area_number(service.area),
    };
    for (const auto comuna : service.coverage.comunas) comunas_.push_back(static_cast<std::uint16_t>(comuna.number()));
    for (std::size_t i = 0; i < facts.slot_count; ++i) {
        const auto& channel = service.channels[i];
        const auto schedule = channel.hours ? timelines_.add(*channel.hours) : facts.schedule;
        slots_.push_back({schedule, channel.kind, !channel.contact.empty(), is_doubted(channel)});
        if (schedule != facts.schedule || channel.contact.empty() || is_doubted(channel)) facts.is_simple = false;
    }
    facts_.push_back(facts);
    for (const auto topic : Topic::all()) {
        const auto& family = family_of(topic);
        if (facts.topics & (family.own | family.children | family.parent)) near_topic_[topic.index()].push_back(place);
    }
}

const Service* Catalogue::find(ServiceId id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &services_[found->second];
}

const Service* Catalogue::find_code(std::string_view code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : &services_[found->second];
}

}  // namespace hebra::directory
