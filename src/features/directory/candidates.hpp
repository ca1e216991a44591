// Which services a question could mean: those of its topic and area, or those that its words are found in. Only `match` and `relaxing`
// include it.
#pragma once
#include <algorithm>
#include <vector>

#include "features/directory/evaluation.hpp"

namespace hebra::directory {

/// Calls `look_at(service, text_score)` once for each of them. A template, because it is called a hundred thousand times.
template <class LookAt>
void each_candidate(const Catalogue& catalogue, const Question& question, const Examiner& examiner, LookAt&& look_at) {
    constexpr std::size_t k_fetch_ahead = 12;
    // Chosen services lie far apart in memory: asking for them ahead halves the time.
    const auto fetch = [&](std::uint32_t service) { __builtin_prefetch(&catalogue.facts()[service]); };
    const auto area = area_number(question.area);
    const auto is_of_area = [&](std::uint32_t service) { return area == 0 || catalogue.facts()[service].area == area; };
    const auto look_if_of_area = [&](std::uint32_t service, int text_score) {
        if (is_of_area(service)) look_at(service, text_score);
    };
    std::vector<TextHit> hits;
    if (question.q.empty() || !catalogue.search().search(question.q, hits)) {
        if (!question.topic) {
            for (std::uint32_t service = 0; service < catalogue.services().size(); ++service) look_if_of_area(service, 0);
            return;
        }
        const auto& near = catalogue.near_topic(*question.topic);
        for (std::size_t i = 0; i < near.size(); ++i) {
            if (i + k_fetch_ahead < near.size()) fetch(near[i + k_fetch_ahead]);
            look_if_of_area(near[i], 0);
        }
        return;
    }
    for (std::size_t i = 0; i < hits.size(); ++i) {
        if (i + k_fetch_ahead < hits.size()) fetch(hits[i + k_fetch_ahead].service);
        if (examiner.is_of_topic(hits[i].service)) look_if_of_area(hits[i].service, hits[i].score);
    }
    // Whatever else was written, lines for a crisis it speaks of are never left out for a word they lack.
    std::vector<std::uint32_t> lines;
    for (const auto crisis : crises_in(question.q)) {
        for (const auto service : catalogue.near_topic(crisis)) {
            if (examiner.is_crisis_line(catalogue.facts()[service])) lines.push_back(service);
        }
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    for (const auto service : lines) {
        const auto hit = std::lower_bound(hits.begin(), hits.end(), service,
                                          [](const TextHit& each, std::uint32_t wanted) { return each.service < wanted; });
        const bool is_looked_at = hit != hits.end() && hit->service == service && examiner.is_of_topic(service) && is_of_area(service);
        if (!is_looked_at) look_at(service, 0);
    }
}

}  // namespace hebra::directory
