// The languages a line may attend in.
#pragma once
#include <compare>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.hpp"

namespace hebra::directory {

namespace words {
inline constexpr Word k_unknown_language{
    "unknown_language", "Ese idioma no está en la lista. Use su código, por ejemplo es, en, arn (mapudungun) o ht (kreyòl).",
    "That language is not in the list. Use its code, for example es, en, arn (Mapudungun) or ht (Haitian Creole)."};
}  // namespace words

/// By ISO 639 code: of two letters where there is one, else of three. Default-constructed it is Spanish.
class SpokenLanguage {
  public:
    static constexpr std::string_view k_pattern = "^[a-z]{2,3}$";
    static constexpr std::string_view k_example = "arn";

    SpokenLanguage() = default;
    /// No: `invalid` (k_unknown_language).
    static Result<SpokenLanguage> parse(std::string_view code);
    static std::span<const SpokenLanguage> all();

    std::string_view text() const;
    /// "mapudungun", "Mapudungun".
    std::string_view name(Language language) const;
    std::size_t index() const { return index_; }  ///< below 32
    bool is_spanish() const { return index_ == 0; }
    friend auto operator<=>(const SpokenLanguage&, const SpokenLanguage&) = default;

  private:
    explicit SpokenLanguage(std::uint8_t index) : index_(index) {}
    std::uint8_t index_ = 0;
};

}  // namespace hebra::directory
