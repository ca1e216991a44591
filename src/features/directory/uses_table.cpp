#include "features/directory/uses_table.hpp"

#include <map>

#include "platform/csv/csv.hpp"

namespace hebra::directory {
namespace {

struct Sum {
    std::optional<InstitutionId> institution_id;
    std::int64_t services = 0, shown = 0, tapped = 0;
};

std::optional<std::int64_t> tellable(std::int64_t count) {
    return count > 0 && count < k_least_told ? std::nullopt : std::optional(count);
}

std::string cell_text(const std::optional<std::int64_t>& count) {
    return count ? fmt::format("{}", *count) : fmt::format("<{}", k_least_told);
}

constexpr Word k_titles[] = {{"uses_institution", "Institución", "Institution"},
                             {"uses_topic", "Tema", "Topic"},
                             {"uses_topic_code", "Código del tema", "Topic code"},
                             {"uses_services", "Servicios usados", "Services used"},
                             {"uses_shown", "Veces mostrado", "Times shown"},
                             {"uses_tapped", "Veces usado", "Times used"}};

}  // namespace

std::vector<UseCell> by_institution_and_topic(const Catalogue& catalogue, std::span<const UseCount> counts) {
    std::map<std::pair<std::string, Topic>, Sum> sums;
    for (const auto& count : counts) {
        const auto* service = catalogue.find(count.service_id);
        if (service == nullptr) continue;
        for (const auto& topic : service->topics) {
            auto& sum = sums[{service->institution, topic}];
            sum.institution_id = service->institution_id;
            ++sum.services;
            sum.shown += count.shown;
            sum.tapped += count.tapped;
        }
    }
    std::vector<std::pair<UseCell, std::int64_t>> cells;
    for (const auto& [place, sum] : sums)
        cells.push_back({{place.first, sum.institution_id, place.second, sum.services, tellable(sum.shown), tellable(sum.tapped)}, sum.shown});
    std::ranges::sort(cells, [](const auto& a, const auto& b) {
        return std::tuple(a.first.institution, b.second, a.first.topic) < std::tuple(b.first.institution, a.second, b.first.topic);
    });
    std::vector<UseCell> told;
    for (auto& [cell, shown] : cells) told.push_back(std::move(cell));
    return told;
}

std::string uses_csv(std::span<const UseCell> cells, Language language) {
    csv::Writer writer;
    std::vector<std::string> row;
    for (const auto& title : k_titles) row.emplace_back(say(title, language));
    writer.row(row);
    for (const auto& cell : cells)
        writer.row(std::vector<std::string>{cell.institution, std::string(cell.topic.name(language)), std::string(cell.topic.text()),
                                            fmt::format("{}", cell.services), cell_text(cell.shown), cell_text(cell.tapped)});
    return writer.text();
}

}  // namespace hebra::directory
