#include "features/notice_pages/push.hpp"

namespace hebra::notice_pages {
namespace {

constexpr auto k_looked_back = std::chrono::seconds(30);
constexpr std::string_view k_changed = R"({"changed":"notices"})";

}  // namespace

int Push::run() {
    const Time now = clock_.now();
    std::erase_if(pushed_, [&](const auto& one) { return one.second < now - 2 * k_looked_back; });
    if (live_.sockets() == 0) return 0;
    int told = 0;
    for (const auto& recent : notices_.since(now - k_looked_back)) {
        if (!pushed_.try_emplace(recent.id, now).second) continue;
        live_.notify({recent.user_id, recent.institution_id}, k_changed);
        ++told;
    }
    return told;
}

}  // namespace hebra::notice_pages
