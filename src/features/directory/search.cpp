#include "features/directory/search.hpp"

#include <unordered_map>

#include "base/fold.hpp"

namespace hebra::directory {
namespace {

constexpr std::uint8_t k_in_name = 100;
constexpr std::uint8_t k_in_topic = 90;
constexpr std::uint8_t k_in_other_word = 70;
constexpr std::uint8_t k_in_institution = 60;
constexpr std::uint8_t k_in_population = 50;
constexpr std::uint8_t k_in_contact = 80;

constexpr std::uint8_t k_exact = 100;
constexpr std::uint8_t k_same_sound = 90;
constexpr std::uint8_t k_beginning = 80;
constexpr std::uint8_t k_stem = 70;
constexpr std::uint8_t k_near = 60;

constexpr std::size_t k_least_prefix = 3;
constexpr std::size_t k_least_near = 4;      // shorter words differ by one letter from too many others
constexpr std::size_t k_most_words = 8;      // of a query
constexpr std::size_t k_most_prefixed = 64;  // words that one beginning may stand for

/// Words that say nothing about which service is wanted. Sorted.
constexpr std::string_view k_stop_words[] = {"a",   "al", "alguien",  "and", "ayuda", "busco", "con", "de",  "del",    "el",
                                             "en",  "es", "estoy",    "for", "help",  "la",    "las", "los", "me",     "mi",
                                             "muy", "my", "necesito", "o",   "of",    "para",  "por", "que", "quiero", "se",
                                             "soy", "su", "tengo",    "the", "to",    "un",    "una", "y"};
static_assert(std::is_sorted(std::begin(k_stop_words), std::end(k_stop_words)));

bool is_stop_word(std::string_view word) {
    return std::binary_search(std::begin(k_stop_words), std::end(k_stop_words), word);
}

std::uint64_t hash_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

/// Plurals and genders cut: "psicologos" and "psicologa" are "psicolog".
std::string_view stem_of(std::string_view word) {
    if (word.size() > 5 && word.ends_with("es")) word.remove_suffix(2);
    else if (word.size() > 4 && word.ends_with("s")) word.remove_suffix(1);
    if (word.size() > 5 && (word.back() == 'a' || word.back() == 'o' || word.back() == 'e')) word.remove_suffix(1);
    return word;
}

/// Whether one insertion, deletion, substitution or swap of neighbours makes one of the other.
bool is_near(std::string_view a, std::string_view b) {
    if (a.size() < b.size()) std::swap(a, b);
    if (a.size() - b.size() > 1) return false;
    std::size_t i = 0;
    while (i < b.size() && a[i] == b[i]) ++i;
    const auto rest_a = a.substr(i);
    const auto rest_b = b.substr(i);
    if (a.size() > b.size()) return rest_a.substr(1) == rest_b;
    if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1)) return true;
    return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

std::vector<std::string> one_left_out(const std::string& word) {
    std::vector<std::string> shorter(word.size(), word);
    for (std::size_t i = 0; i < word.size(); ++i) shorter[i].erase(i, 1);
    return shorter;
}

std::vector<std::string> query_words(std::string_view text) {
    auto words = folded_words(text);
    auto wanted = words;
    std::erase_if(wanted, [](const std::string& word) { return is_stop_word(word); });
    if (wanted.empty()) wanted = std::move(words);  // "la una": then these are what is looked for
    if (wanted.size() > k_most_words) wanted.resize(k_most_words);
    return wanted;
}

/// What a search has found in one service.
struct Tally {
    std::uint16_t score = 0;
    std::uint8_t words = 0;
    std::uint8_t last = 0;  ///< the word last counted, from 1: the best of a word's spellings comes first, and is enough
};

/// " kiero morir ": words as they sound, each between spaces.
std::string sounds_of(std::string_view text) {
    std::string all = " ";
    for (const auto& word : folded_words(text)) all += sound(word) + ' ';
    return all;
}

}  // namespace

std::vector<Topic> crises_in(std::string_view text) {
    struct Phrase {
        std::string sounds;
        Topic topic;
    };
    static const auto phrases = [] {
        std::vector<Phrase> all;
        for (const auto topic : Topic::all()) {
            if (!topic.is_crisis()) continue;
            all.push_back({sounds_of(topic.name(Language::es)), topic});
            all.push_back({sounds_of(topic.name(Language::en)), topic});
            for (const auto& words : topic.other_words()) all.push_back({sounds_of(words), topic});
        }
        return all;
    }();
    std::vector<Topic> found;
    const std::string heard = sounds_of(text);
    for (const auto& [sounds, topic] : phrases) {
        const bool is_new = found.empty() || found.back() != topic;
        if (is_new && heard.find(sounds) != std::string::npos) found.push_back(topic);
    }
    return found;
}

SearchIndex::SearchIndex(const std::vector<Service>& services) : services_(services.size()) {
    std::unordered_map<std::string, std::vector<Posting>> found;
    const auto add = [&](std::uint32_t service, std::string_view text, std::uint8_t weight) {
        for (const auto& word : folded_words(text)) {
            auto& postings = found[word];
            if (postings.empty() || postings.back().service != service) postings.push_back({service, weight});
            else postings.back().weight = std::max(postings.back().weight, weight);
        }
    };
    for (std::uint32_t i = 0; i < services.size(); ++i) {
        const auto& service = services[i];
        add(i, service.name, k_in_name);
        add(i, service.institution, k_in_institution);
        add(i, service.population, k_in_population);
        for (const auto& channel : service.channels) {
            if (channel.kind != ChannelKind::web) add(i, channel.contact, k_in_contact);
        }
        for (const auto topic : service.topics) {
            add(i, topic.name(Language::es), k_in_topic);
            add(i, topic.name(Language::en), k_in_topic);
            for (const auto& word : topic.other_words()) add(i, word, k_in_other_word);
        }
    }
    words_.reserve(found.size());
    for (const auto& [word, postings] : found) words_.push_back(word);
    std::sort(words_.begin(), words_.end());
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        begins_.push_back(static_cast<std::uint32_t>(postings_.size()));
        const auto& postings = found[words_[i]];
        postings_.insert(postings_.end(), postings.begin(), postings.end());
        sounds_.push_back(sound(words_[i]));
        add_spellings(i);
    }
    begins_.push_back(static_cast<std::uint32_t>(postings_.size()));
    std::sort(spellings_.begin(), spellings_.end());
    spellings_.erase(std::unique(spellings_.begin(), spellings_.end()), spellings_.end());
}

void SearchIndex::add_spellings(std::uint32_t word) {
    for (const auto& spelled : {words_[word], sounds_[word]}) {
        spellings_.push_back({hash_of(spelled), word});
        if (spelled.size() < k_least_near - 1) continue;
        for (const auto& shorter : one_left_out(spelled)) spellings_.push_back({hash_of(shorter), word});
    }
}

void SearchIndex::find_prefix(std::string_view prefix, std::uint8_t quality, std::vector<Found>& found) const {
    auto word = std::lower_bound(words_.begin(), words_.end(), prefix);
    for (std::size_t i = 0; i < k_most_prefixed && word != words_.end() && word->starts_with(prefix); ++i, ++word)
        found.push_back({static_cast<std::uint32_t>(word - words_.begin()), quality});
}

template <class Fits>
void SearchIndex::find_spelled(std::string_view spelling, std::uint8_t quality, Fits fits, std::vector<Found>& found) const {
    const auto hash = hash_of(spelling);
    auto each = std::lower_bound(spellings_.begin(), spellings_.end(), Spelling{hash, 0});
    for (; each != spellings_.end() && each->hash == hash; ++each) {
        if (fits(each->word)) found.push_back({each->word, quality});
    }
}

void SearchIndex::find_by_sound(const std::string& typed, std::vector<Found>& found) const {
    const std::string sounds = sound(typed);
    if (sounds.size() < k_least_prefix) return;
    find_spelled(
        sounds, k_same_sound, [&](std::uint32_t word) { return sounds_[word] == sounds; }, found);
    // A slip is supposed only where nothing is found without one: "suicidio" is not "subsidio".
    if (!found.empty() || typed.size() < k_least_near) return;
    // By the letters and by the sound: a slip beside a "c" or "g" changes more than itself in how a word sounds.
    const auto near = [&](std::uint32_t word) { return is_near(words_[word], typed) || is_near(sounds_[word], sounds); };
    for (const auto& spelled : {typed, sounds}) {
        find_spelled(spelled, k_near, near, found);
        for (const auto& shorter : one_left_out(spelled)) find_spelled(shorter, k_near, near, found);
    }
}

void SearchIndex::find(const std::string& typed, std::vector<Found>& found) const {
    found.clear();
    const auto exact = std::lower_bound(words_.begin(), words_.end(), typed);
    if (exact != words_.end() && *exact == typed)
        found.push_back({static_cast<std::uint32_t>(exact - words_.begin()), k_exact});
    if (typed.size() >= k_least_prefix) find_prefix(typed, k_beginning, found);
    const auto stem = stem_of(typed);
    if (stem.size() >= k_least_prefix && stem.size() < typed.size()) find_prefix(stem, k_stem, found);
    find_by_sound(typed, found);
    std::sort(found.begin(), found.end(),
              [](const Found& a, const Found& b) { return std::tuple(b.quality, a.word) < std::tuple(a.quality, b.word); });
}

bool SearchIndex::search(std::string_view text, std::vector<TextHit>& hits) const {
    hits.clear();
    const auto typed = query_words(text);
    if (typed.empty()) return false;
    std::vector<Tally> tallies(services_);
    std::vector<Found> found;
    std::uint8_t most = 0;
    for (std::uint8_t word = 1; word <= typed.size(); ++word) {
        find(typed[word - 1U], found);
        for (const auto& each : found) {
            for (auto i = begins_[each.word]; i < begins_[each.word + 1]; ++i) {
                Tally& tally = tallies[postings_[i].service];
                if (tally.last == word) continue;
                tally.last = word;
                ++tally.words;
                tally.score = static_cast<std::uint16_t>(tally.score + each.quality * postings_[i].weight / 100);
                most = std::max(most, tally.words);
            }
        }
    }
    for (std::uint32_t i = 0; i < services_ && most > 0; ++i) {
        if (tallies[i].words != most) continue;
        const auto share = tallies[i].score * 3 / static_cast<int>(typed.size());
        hits.push_back({i, static_cast<std::uint16_t>(std::max(1, share))});
    }
    return true;
}

}  // namespace hebra::directory
