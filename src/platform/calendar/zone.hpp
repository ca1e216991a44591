// The official times of Chile, from the system's tzdata. The only door to the date-tz library is `zone.cpp`.
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/territory/territory.hpp"

namespace hebra::calendar {

namespace words {
inline constexpr Word k_unknown_zone{
    "unknown_zone",
    "Zona horaria desconocida. Use America/Santiago, America/Punta_Arenas, America/Coyhaique o Pacific/Easter.",
    "Unknown time zone. Use America/Santiago, America/Punta_Arenas, America/Coyhaique or Pacific/Easter."};
}  // namespace words

/// One of Chile's four official times. Continental time changes its clocks; Magallanes (since 2016) and Aysén (since 2025)
/// do not; Rapa Nui changes at the same instants as the continent.
/// Known until 2037, where the system's compiled tables end.
class Zone {
  public:
    static constexpr std::string_view k_example = "America/Santiago";
    static constexpr std::string_view k_description = "One of Chile's official times, by its tz database name";

    constexpr Zone() = default;
    static constexpr Zone santiago() { return Zone(0); }
    static constexpr Zone punta_arenas() { return Zone(1); }
    static constexpr Zone coyhaique() { return Zone(2); }
    static constexpr Zone easter() { return Zone(3); }

    /// By tz database name. No: `invalid` (k_unknown_zone).
    static Result<Zone> parse(std::string_view text);
    std::string_view text() const { return k_names[index_]; }
    constexpr std::size_t index() const { return index_; }
    static constexpr std::size_t k_count = 4;
    friend bool operator==(const Zone&, const Zone&) = default;

  private:
    static constexpr std::array<std::string_view, k_count> k_names = {"America/Santiago", "America/Punta_Arenas",
                                                                      "America/Coyhaique", "Pacific/Easter"};
    constexpr explicit Zone(std::uint8_t index) : index_(index) {}
    std::uint8_t index_ = 0;
};

/// The official time of a place; continental time where it is not known.
Zone zone_of(const territory::Place& place);

/// What a wall clock shows.
struct LocalTime {
    Date date;
    Micros since_midnight;

    std::chrono::minutes minute() const { return std::chrono::floor<std::chrono::minutes>(since_midnight); }
};

LocalTime local_time(Zone zone, Time time);

/// When a wall clock first shows this. `after_midnight` may pass 24 h, into the following day.
/// A time that the clocks skip is the instant of the skip; one they show twice is the first.
Time instant(Zone zone, Date date, std::chrono::minutes after_midnight);

}  // namespace hebra::calendar
