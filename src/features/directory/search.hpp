// Free text over the directory, forgiving accents, endings and one slip per word.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/directory/service.hpp"

namespace hebra::directory {

struct TextHit {
    std::uint32_t service;  ///< its place in the list the index was made of
    std::uint16_t score;    ///< 1 to 300
};

/// The crisis topics a text speaks of, by their name or other words, as they sound: "me quiero morir", "suisidio".
std::vector<Topic> crises_in(std::string_view text);

/// Which services hold which words: names, institutions, topics with their other words, population, contacts.
/// Each word is kept as written and as it sounds in Chile, both also with every letter left out once: a query with one
/// letter too many, too few, wrong or swapped meets it by lookup, without walking the vocabulary (Damerau-Levenshtein
/// distance 1).
class SearchIndex {
  public:
    SearchIndex() = default;
    explicit SearchIndex(const std::vector<Service>& services);

    /// False if the text has no word to look for. Otherwise `hits` are the services that hold the most of its words, in
    /// the order of the list.
    bool search(std::string_view text, std::vector<TextHit>& hits) const;

  private:
    struct Posting {
        std::uint32_t service;
        std::uint8_t weight;  ///< of the field, to 100
    };
    struct Spelling {
        std::uint64_t hash;
        std::uint32_t word;
        friend auto operator<=>(const Spelling&, const Spelling&) = default;
    };
    struct Found {
        std::uint32_t word;
        std::uint8_t quality;  ///< to 100
    };

    void add_spellings(std::uint32_t word);
    void find(const std::string& typed, std::vector<Found>& found) const;
    void find_prefix(std::string_view prefix, std::uint8_t quality, std::vector<Found>& found) const;
    template <class Fits>
    void find_spelled(std::string_view spelling, std::uint8_t quality, Fits fits, std::vector<Found>& found) const;
    void find_by_sound(const std::string& typed, std::vector<Found>& found) const;

    std::size_t services_ = 0;
    std::vector<std::string> words_;     ///< sorted
    std::vector<std::string> sounds_;    ///< of each word
    std::vector<std::uint32_t> begins_;  ///< of each word's postings, and the end
    std::vector<Posting> postings_;
    std::vector<Spelling> spellings_;  ///< sorted; words and sounds, whole and with one letter left out
};

}  // namespace hebra::directory
