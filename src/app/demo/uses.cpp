#include "app/demo/uses.hpp"

#include "app/demo/dice.hpp"

namespace hebra::app {
namespace {

constexpr auto k_used_days = 40;
constexpr auto k_seed = 33;
constexpr std::string_view k_passed_over = "D06";

}  // namespace

void add_demo_uses(House& house, FixedClock& clock, Time until) {
    const Time from = clock.now();
    const auto catalogue = house.directory.catalogue();
    Dice dice(k_seed);
    clock.advance(until - std::chrono::days(k_used_days) - from);
    for (int day = 0; day < k_used_days; ++day) {
        clock.advance(std::chrono::days(1));
        for (const auto& service : catalogue->services()) {
            const bool is_own = service.code.starts_with('D');
            const auto shown = dice.below(is_own ? 6 : 3);
            for (std::uint32_t i = 0; i < shown; ++i) {
                house.uses.shown(service.id);
                if (service.code != k_passed_over && dice.percent(is_own ? 30 : 12)) house.uses.tapped(service.id);
            }
        }
        house.uses.flush();
    }
    clock.advance(from - clock.now());
}

}  // namespace hebra::app
