// The directory in memory: an immutable snapshot with what `match` needs laid out for speed. A change makes a new one, and
// the old one lives as long as somebody reads it.
#pragma once
#include <memory>
#include <unordered_map>
#include <vector>

#include "base/snapshot.hpp"
#include "features/directory/search.hpp"
#include "features/directory/service.hpp"
#include "features/directory/timelines.hpp"

namespace hebra::directory {

/// What decides whether a service fits, without touching its texts. Small, because a question without topic reads them all.
struct Facts {
    std::uint64_t topics;          ///< a bit for each
    std::uint32_t regions;         ///< bit n for region n
    std::int32_t confirmed_until;  ///< minutes since the epoch, of the contact confirmed for longest; 0 if none is
    std::uint32_t first_comuna;    ///< in Catalogue::comunas
    std::uint32_t first_slot;      ///< in Catalogue::slots
    std::uint32_t schedule;        ///< of all its channels, if they share one
    std::uint16_t comuna_count;
    std::uint16_t channels;       ///< a bit for each kind
    std::uint16_t languages;      ///< likewise; Spanish always
    std::int16_t standing_score;  ///< the part of the ranking that no question changes
    std::int16_t known_day;       ///< see day_number
    std::int16_t good_until_day;
    std::uint8_t slot_count;
    std::uint8_t age_min;
    std::uint8_t age_max;
    bool is_for_crises : 1;  ///< a line for crises or emergencies
    bool is_full : 1;        ///< it said that no place is free
    bool is_simple : 1;      ///< one schedule for all channels, a contact, and nothing doubted: slots need not be read
    Identity identity : 4;
    Cost cost : 4;
    Reach reach : 4;
    std::uint8_t area : 4;  ///< the sector, from 1; 0: nobody said it

    static constexpr std::int16_t k_never = -32768;
};

/// Days since 2000, which fit in two bytes; k_never for no date.
std::int16_t day_number(const std::optional<Date>& date);

/// From 1, in the order of the list; 0 for none.
std::uint8_t area_number(const std::optional<institutions::Sector>& area);

/// One channel's hours.
struct Slot {
    std::uint32_t schedule;  ///< in Catalogue::timelines
    ChannelKind channel;
    bool has_contact;
    bool is_doubted;  ///< reported wrong and not confirmed since
};

class Catalogue {
  public:
    /// Inactive services are left out. `now` only says for which days hours are worked out ahead; answers do not depend
    /// on it. About 10 µs a service.
    static Snapshot<Catalogue> build(std::vector<Service> services, Time now);

    /// By name as it sorts for search, then by code: the order in which equals are listed.
    const std::vector<Service>& services() const { return services_; }
    /// nullptr if there is none.
    const Service* find(ServiceId id) const;
    const Service* find_code(std::string_view code) const;

    // What match works on; each at the service's place.
    const std::vector<Facts>& facts() const { return facts_; }
    const std::vector<std::uint16_t>& comunas() const { return comunas_; }
    const std::vector<Slot>& slots() const { return slots_; }
    const Timelines& timelines() const { return timelines_; }
    const SearchIndex& search() const { return search_; }
    /// The services with a topic, its parent or its children.
    const std::vector<std::uint32_t>& near_topic(Topic topic) const { return near_topic_[topic.index()]; }

  private:
    explicit Catalogue(Time now) : timelines_(now), near_topic_(Topic::k_most) {}
    void add(const Service& service, std::uint32_t place);

    std::vector<Service> services_;
    std::vector<Facts> facts_;
    std::vector<std::uint16_t> comunas_;
    std::vector<Slot> slots_;
    Timelines timelines_;
    SearchIndex search_;
    std::vector<std::vector<std::uint32_t>> near_topic_;
    std::unordered_map<ServiceId, std::uint32_t> by_id_;
    std::unordered_map<std::string_view, std::uint32_t> by_code_;
};

/// Bits of topics: the topic itself, its children, its parent.
struct TopicFamily {
    std::uint64_t own;
    std::uint64_t children;
    std::uint64_t parent;
};
const TopicFamily& family_of(Topic topic);

}  // namespace hebra::directory
