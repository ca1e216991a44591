// A sentence the product says to a person, in both languages, under a stable code.
#pragma once
#include <string_view>

namespace hebra {

/// What a refusal says. Spanish (Chile) is the first language; English is complete.
/// A word is a constant declared in the room that says it; it names the way out, never another person's data.
struct Word {
    std::string_view code;  ///< stable, snake_case: what programs compare
    std::string_view es;
    std::string_view en;

    friend constexpr bool operator==(const Word& a, const Word& b) { return a.code == b.code; }
};

enum class Language { es, en };

constexpr std::string_view say(const Word& word, Language language) {
    return language == Language::en ? word.en : word.es;
}

}  // namespace hebra
