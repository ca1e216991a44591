#include "core/people/keys.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/fold.hpp"
#include "core/people/document_keys.hpp"
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

std::vector<std::string> tokens_of(const std::optional<Name>& name) {
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

std::vector<std::string> surname_sounds(const Identity& identity) {
    auto sounds = sounds_of(tokens_of(identity.first_surname));
    for (auto& sound : sounds_of(tokens_of(identity.second_surname))) sounds.push_back(std::move(sound));
    return sounds;
}

/// All that may stand before the surnames.
std::array<const std::optional<Name>*, 3> given_names_of(const Identity& identity) {
    return {&identity.given_names, &identity.social_name, &identity.alias};
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

/// How every spelling one letter away sounds: missing, doubled-in, changed, swapped. About 300 for a surname.
std::vector<std::string> sounds_near(const std::string& token) {
    std::vector<std::string> near;
    near.reserve(54 * (token.size() + 1));
    const auto add = [&](std::size_t keep, std::string_view instead, std::size_t skip) {
        auto spelling = token.substr(0, keep);
        spelling.append(instead).append(token, keep + skip);
        if (spelling != token) near.push_back(sound(spelling));
    };
    for (std::size_t i = 0; i <= token.size(); ++i) {
        if (i < token.size()) add(i, {}, 1);
        if (i + 1 < token.size()) add(i, std::string{token[i + 1], token[i]}, 2);
        for (char c = 'a'; c <= 'z'; ++c) {
            add(i, {&c, 1}, 0);
            if (i < token.size()) add(i, {&c, 1}, 1);
        }
    }
    std::ranges::sort(near);
    const auto [first, last] = std::ranges::unique(near);
    near.erase(first, last);
    return near;
}

std::vector<BlindKey> keys_of_texts(const Texts& texts, const crypto::Key& blind) {
    std::vector<BlindKey> keys;
    for (const auto& text : texts) keys.push_back(name_key(text, blind));
    return keys;
}

}  // namespace

Bytes return_code_key(std::string_view code, const crypto::Key& blind) { return crypto::blind(blind, "return_code", code); }

std::vector<BlindKey> keys_of(const Identity& identity, const std::optional<std::string>& return_code, const crypto::Key& blind) {
    std::vector<BlindKey> keys;
    if (identity.run) add_exact(keys, KeyKind::run, "run", identity.run->text(), blind);
    if (identity.document)
        for (auto& key : document_keys(*identity.document, blind)) keys.push_back({KeyKind::document, std::move(key)});
    if (identity.phone) add_exact(keys, KeyKind::phone, "phone", identity.phone->text(), blind);
    if (identity.email) add_exact(keys, KeyKind::email, "email", fold(identity.email->text()), blind);
    if (return_code) keys.push_back({KeyKind::return_code, return_code_key(*return_code, blind)});

    const auto surnames = surname_sounds(identity);
    Texts texts;
    for (const auto* given : given_names_of(identity)) {
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

std::int64_t rough_sound(std::string_view sound, const crypto::Key& blind) {
    const auto key = crypto::blind(blind, "sound", sound);
    return (key[0] << 16 | key[1] << 8 | key[2]) % k_rough_sounds;
}

std::vector<std::int64_t> sounds_of(const Identity& identity, const crypto::Key& blind) {
    auto words = surname_sounds(identity);
    for (const auto* given : given_names_of(identity))
        for (auto& word : sounds_of(tokens_of(*given))) words.push_back(std::move(word));
    std::set<std::int64_t> rough;
    for (const auto& word : words) rough.insert(rough_sound(word, blind));
    return {rough.begin(), rough.end()};
}

std::vector<Bytes> network_keys_of(const Identity& identity, const crypto::Key& network) {
    std::vector<Bytes> keys;
    if (identity.run) keys.push_back(crypto::blind(network, "run", identity.run->text()));
    if (identity.document)
        for (auto& key : document_keys(*identity.document, network)) keys.push_back(std::move(key));
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

std::vector<BlindKey> typo_keys(const NameProbe& probe, std::size_t token, const crypto::Key& blind,
                                const std::function<bool(std::int64_t)>& known) {
    const auto met = [&](const std::string& its_sound) { return known(rough_sound(its_sound, blind)); };
    auto others = sounds_of(probe.tokens);
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(token));
    std::erase_if(others, std::not_fn(met));
    if (others.empty() && !probe.birth_date) return {};
    Texts texts;
    for (const auto& near : sounds_near(probe.tokens.at(token))) {
        if (!met(near)) continue;
        for (const auto& other : others) texts.insert(pair_text(near, other));
        if (probe.birth_date) texts.insert(with_birth(near, *probe.birth_date));
    }
    return sorted(keys_of_texts(texts, blind));
}

}  // namespace hebra::people
