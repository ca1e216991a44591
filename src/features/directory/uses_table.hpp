// How the directory is used, by institution and topic: what was shown and taken of their services. Counts, never people.
#pragma once
#include "features/directory/catalogue.hpp"
#include "features/directory/uses.hpp"

namespace hebra::directory {

/// Counts below this are not told in a cell (interface.md: small cells "<5"). Those of each row, which are of nobody, are told whole.
inline constexpr std::int64_t k_least_told = 5;

/// Of the services of one institution that attend one topic; a service of two topics counts in both.
struct UseCell {
    std::string institution;
    std::optional<InstitutionId> institution_id;
    Topic topic;
    std::int64_t services;               ///< that were used
    std::optional<std::int64_t> shown;   ///< absent: from 1 to 4
    std::optional<std::int64_t> tapped;  ///< likewise
};
BOOST_DESCRIBE_STRUCT(UseCell, (), (institution, institution_id, topic, services, shown, tapped))

/// By institution's name, and the most shown topic first within it. Rows that the directory has no more are left out.
std::vector<UseCell> by_institution_and_topic(const Catalogue& catalogue, std::span<const UseCount> counts);

/// For a spreadsheet: UTF-8 with its mark, no cell that could be a formula, "<5" for what is too small to tell.
std::string uses_csv(std::span<const UseCell> cells, Language language);

}  // namespace hebra::directory
