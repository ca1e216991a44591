// What people seek help for: data/topics.csv, a tree of two levels made from the terms of the real lines.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace hebra::directory {

namespace words {
inline constexpr Word k_unknown_topic{"unknown_topic", "Ese tema no está en la lista de temas. Elija uno de ella.",
                                      "That topic is not in the list of topics. Choose one of it."};
}  // namespace words

/// A topic by its code. Default-constructed it is none (`is_nil`).
class Topic {
  public:
    static constexpr std::size_t k_most = 64;  ///< a set of topics fits one word of bits
    static constexpr std::string_view k_pattern = "^[a-z_]+$";
    static constexpr std::string_view k_example = "suicide_risk";
    static constexpr std::string_view k_description = "Topic, by the code of data/topics.csv";

    Topic() = default;
    /// By code. No: `invalid` (k_unknown_topic).
    static Result<Topic> parse(std::string_view code);
    /// In the order of the file, each parent before its children.
    static std::span<const Topic> all();

    std::string_view text() const;
    std::string_view name(Language language) const;
    std::optional<Topic> parent() const;
    /// Somebody may be in danger: lines for crises come first.
    bool is_crisis() const;
    /// Other words people use for it, folded.
    const std::vector<std::string>& other_words() const;
    std::size_t index() const { return number_ - 1U; }  ///< below k_most; not for a nil topic
    bool is_nil() const { return number_ == 0; }
    friend auto operator<=>(const Topic&, const Topic&) = default;

  private:
    explicit Topic(std::uint8_t number) : number_(number) {}
    std::uint8_t number_ = 0;
};

/// By code, by name in either language, or by a term of the source documents ("riesgo suicida"), whatever its accents.
std::optional<Topic> find_topic(std::string_view text);

}  // namespace hebra::directory
