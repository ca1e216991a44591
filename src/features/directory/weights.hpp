// The whole ranking in one table: what counts, how much, and because of what. Never gender, people, origin or disability.
#pragma once
#include <cstdint>
#include <string_view>

namespace hebra::directory::weights {

struct Weight {
    int value;
    std::string_view because;
};

// --- What speaks for a service ---------------------------------------------------------------------------------------
inline constexpr Weight k_crisis_line{1000, "who may be in danger sees a line for crises before any other"};
inline constexpr Weight k_topic{200, "it attends exactly what is asked"};
inline constexpr Weight k_topic_within{160, "it attends a part of what is asked"};
inline constexpr Weight k_topic_around{80, "it attends something wider, which takes this in"};
inline constexpr Weight k_text{1, "per point of the text found, 1 to 300: all words in the name give 300"};
inline constexpr Weight k_open{120, "it can be reached at the moment asked for"};
inline constexpr Weight k_own_comuna{60, "near offices know the near network"};
inline constexpr Weight k_own_region{40, "the same, less near"};
inline constexpr Weight k_made_for_age{30, "it was made for that age: at most 30 years wide"};
inline constexpr Weight k_confirmed{50, "an editor rang it, and the confirmation holds"};
inline constexpr Weight k_places{20, "it says that it has places"};
inline constexpr Weight k_free{10, "it costs nothing"};

// --- How well it is known --------------------------------------------------------------------------------------------
inline constexpr Weight k_by_editor{25, "an editor of this directory checked it"};
inline constexpr Weight k_official{15, "read on the official page"};
inline constexpr Weight k_second_hand{10, "somebody read it on the official page"};
inline constexpr Weight k_partial{-20, "only its existence is sourced"};
inline constexpr Weight k_conflict{-40, "sources disagree"};
inline constexpr Weight k_unsourced{-60, "nothing was found"};
inline constexpr Weight k_expired{-80, "its check is over: stale rows rank lower"};
inline constexpr Weight k_year_old{-60, "and it is over a year old, besides"};
inline constexpr Weight k_years_old{-40, "and over three years, besides"};
inline constexpr Weight k_never_dated{-180, "nobody knows from when it is"};
inline constexpr Weight k_waiting{-1, "per two days of stated waiting, up to 60"};

// --- What makes it uncertain (a caution) -----------------------------------------------------------------------------
inline constexpr Weight k_age_to_confirm{-25, "the age is not known, and it does not attend every minor"};
inline constexpr Weight k_place_to_confirm{-25, "the comuna is not known, and it does not attend all of them"};

// --- What keeps it from fitting (a near miss) ------------------------------------------------------------------------
inline constexpr Weight k_closed{-60, "it opens later"};
inline constexpr Weight k_hour_to_wait{-2, "per hour until it opens, up to 72"};
inline constexpr Weight k_hours_unknown{-100, "nobody knows whether it is open: neither open nor closed"};
inline constexpr Weight k_no_channel{-80, "it attends by other channels"};
inline constexpr Weight k_not_free{-80, "it costs something"};
inline constexpr Weight k_cost_unknown{-50, "nobody has said what it costs"};
inline constexpr Weight k_needs_identification{-120, "it asks who one is"};
inline constexpr Weight k_identification_unknown{-60, "nobody has said whether it asks who one is"};
inline constexpr Weight k_no_language{-120, "it has not said that it speaks that language"};
inline constexpr Weight k_no_places{-120, "it said that it is full"};
inline constexpr Weight k_number_doubted{-120, "its number was reported wrong"};
inline constexpr Weight k_no_contact{-140, "nobody knows how to reach it"};
inline constexpr Weight k_local_office{-80, "every comuna has its own office, and this one's is not loaded"};
inline constexpr Weight k_other_territory{-200, "it does not attend where the person lives"};
inline constexpr Weight k_out_of_age{-200, "it does not attend that age"};

/// Wanting more than two things is not near any more: it is counted among the rest.
inline constexpr int k_most_misses = 2;

}  // namespace hebra::directory::weights
