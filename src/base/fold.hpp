// Spanish text made comparable: for search, never for storing or showing.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hebra {

/// Lower case, no accents, ñ as n; anything but letters and digits becomes one space. "¡Peñalolén, 4º piso!" → "penalolen 4 piso". Input is UTF-8; broken bytes become spaces.
std::string fold(std::string_view text);

/// The words of a folded text.
std::vector<std::string> folded_words(std::string_view text);

/// A folded word by its sound in Chilean Spanish, so that "Vásquez" and "Básques" meet:
/// v→b, z and soft c→s, ll→y, silent h dropped, g before e/i→j, qu and k and hard c→k, w→gu, x→s, ph→f, doubles collapsed.
std::string sound(std::string_view folded_word);

}  // namespace hebra
