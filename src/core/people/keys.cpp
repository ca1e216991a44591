#include "core/people/keys.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::people {
namespace {

/// Words inside names that nobody searches by ("de la Fuente" is found by "Fuente").
constexpr std::array k_particles = {"de", "del", "la", "las", "los", "y", "san", "santa", "da", "do", "dos", "von", "van"};

std::vector<std::string> name_tokens(std::string_view text) {
    auto words = folded_words(text);
    const auto all = words;
    std::erase_if(words, [](const std::string& word) { return std::ranges::count(k_particles, word) > 0; });
    return words.empty() ? all : words;  // a surname that is only particles is kept whole
}

std::vector<std::string> tokens_of(const std::optional<Private>& name) {
    return name ? name_tokens(name->reveal()) : std::vector<std::string>{};
}

/// Unordered: "Soto Rojas" and "Rojas Soto" have one key.
std::string pair_text(const std::string& a, const std::string& b) { return a < b ? a + "|" + b : b + "|" + a; }

using Texts = std::set<std::string>;

void add_pairs(Texts& texts, const std::vector<std::string>& sounds) {
    for (std::size_t i = 0; i < sounds.size(); ++i)
        for (std::size_t j = i + 1; j < sounds.size(); ++j) texts.insert(pair_text(sounds[i], sounds[j]));
}

std::string with_birth(const std::string& sound_of_token, const BirthDate& birth) { return sound_of_token + "@" + birth.text(); }

BlindKey name_key(const std::string& text, const crypto::Key& blind) {
    return {KeyKind::names, crypto::blind(blind, "names", text)};
}

BlindKey surname_key(const std::string& sound_of_token, const crypto::Key& blind) {
    const auto rough = crypto::blind16(blind, "surname", sound_of_token);
    return {KeyKind::surname, {static_cast<std::uint8_t>(rough >> 8), static_cast<std::uint8_t>(rough)}};
}

std::vector<std::string> sounds_of(const std::vector<std::string>& tokens) {
    std::vector<std::string> sounds;
    for (const auto& token : tokens) sounds.push_back(sound(token));
    return sounds;
}

void add_exact(std::vector<BlindKey>& keys, KeyKind kind, std::string_view purpose, const std::string& text, const crypto::Key& blind) {
    keys.push_back({kind, crypto::blind(blind, purpose, text)});
}

std::vector<BlindKey> sorted(std::vector<BlindKey> keys) {
    std::ranges::sort(keys);
    const auto [first, last] = std::ranges::unique(keys);
    keys.erase(first, last);
    return keys;
}

/// Every spelling one letter away: missing, doubled-in, changed, swapped. About 300 for a surname.
std::set<std::string> spellings_near(const std::string& token) {
    std::set<std::string> near;
    for (std::size_t i = 0; i <= token.size(); ++i) {
        if (i < token.size()) near.insert(token.substr(0, i) + token.substr(i + 1));
        if (i + 1 < token.size()) near.insert(token.substr(0, i) + token[i + 1] + token[i] + token.substr(i + 2));
        for (char c = 'a'; c <= 'z'; ++c) {
            near.insert(token.substr(0, i) + c + token.substr(i));
            if (i < token.size()) near.insert(token.substr(0, i) + c + token.substr(i + 1));
        }
    }
    near.erase(token);
    near.erase("");
    return near;
}

std::vector<BlindKey> keys_of_texts(const Texts& texts, const crypto::Key& blind) {
    std::vector<BlindKey> keys;
    for (const auto& text : texts) keys.push_back(name_key(text, blind));
    return keys;
}

/// A document typed by kind and country, so that a passport never meets a RUN of the same digits.
std::string document_text(const chile::ForeignDocument& document) { return document.text(); }

}  // namespace

Bytes return_code_key(std::string_view code, const crypto::Key& blind) { return crypto::blind(blind, "return_code", code); }

std::vector<BlindKey> keys_of(const Identity& identity, const std::optional<std::string>& return_code, const crypto::Key& blind) {
    std::vector<BlindKey> keys;
    if (identity.run) add_exact(keys, KeyKind::run, "run", identity.run->text(), blind);
    if (identity.document) add_exact(keys, KeyKind::document, "document", document_text(*identity.document), blind);
    if (identity.phone) add_exact(keys, KeyKind::phone, "phone", identity.phone->text(), blind);
    if (identity.email) add_exact(keys, KeyKind::email, "email", fold(identity.email->text()), blind);
    if (return_code) keys.push_back({KeyKind::return_code, return_code_key(*return_code, blind)});

    const auto surnames = [&] {
        auto tokens = sounds_of(tokens_of(identity.first_surname));
        for (auto& token : sounds_of(tokens_of(identity.second_surname))) tokens.push_back(std::move(token));
        return tokens;
    }();
    Texts texts;
    for (const auto* given : {&identity.given_names, &identity.social_name, &identity.alias}) {
        auto tokens = sounds_of(tokens_of(*given));
        tokens.insert(tokens.end(), surnames.begin(), surnames.end());
        add_pairs(texts, tokens);
        if (!identity.birth_date) continue;
        for (const auto& token : tokens) texts.insert(with_birth(token, *identity.birth_date));
    }
    for (auto& key : keys_of_texts(texts, blind)) keys.push_back(std::move(key));
    for (const auto& surname : surnames) keys.push_back(surname_key(surname, blind));
    if (surnames.empty())  // known by one name only: that name stands where the surname would
        for (const auto* name : {&identity.social_name, &identity.given_names, &identity.alias})
            for (const auto& token : sounds_of(tokens_of(*name))) keys.push_back(surname_key(token, blind));
    return sorted(std::move(keys));
}

std::vector<Bytes> network_keys_of(const Identity& identity, const crypto::Key& network) {
    std::vector<Bytes> keys;
    if (identity.run) keys.push_back(crypto::blind(network, "run", identity.run->text()));
    if (identity.document) keys.push_back(crypto::blind(network, "document", document_text(*identity.document)));
    return keys;
}

NameProbe probe_of(std::string_view text, std::optional<BirthDate> birth_date) {
    return {name_tokens(text), std::move(birth_date)};
}

std::vector<BlindKey> probe_keys(const NameProbe& probe, const crypto::Key& blind) {
    const auto sounds = sounds_of(probe.tokens);
    if (sounds.size() == 1 && !probe.birth_date) return {surname_key(sounds.front(), blind)};
    Texts texts;
    add_pairs(texts, sounds);
    if (probe.birth_date)
        for (const auto& token : sounds) texts.insert(with_birth(token, *probe.birth_date));
    return sorted(keys_of_texts(texts, blind));
}

std::vector<BlindKey> typo_keys(const NameProbe& probe, std::size_t token, const crypto::Key& blind) {
    const auto sounds = sounds_of(probe.tokens);
    Texts texts;
    for (const auto& spelling : spellings_near(probe.tokens.at(token))) {
        const auto near = sound(spelling);
        for (std::size_t other = 0; other < sounds.size(); ++other)
            if (other != token) texts.insert(pair_text(near, sounds[other]));
        if (probe.birth_date) texts.insert(with_birth(near, *probe.birth_date));
    }
    return sorted(keys_of_texts(texts, blind));
}

}  // namespace hebra::people
