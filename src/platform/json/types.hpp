// The few types that exist for JSON's sake, and how the codec recognises everybody else's.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe.hpp>

#include "base/bytes.hpp"
#include "base/id.hpp"
#include "base/private.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace hebra::json {

/// Any JSON, kept as text. Read: well-formed, spelled anew without spaces. Written: as it stands, so it must be JSON.
struct Raw {
    std::string text = "null";
    friend bool operator==(const Raw&, const Raw&) = default;
};

/// A member of a PATCH body: absent leaves the value, null clears it, anything else sets it.
template <class T>
class Change {
  public:
    using value_type = T;

    Change() = default;
    static Change clear() {
        Change change;
        change.state_ = State::cleared;
        return change;
    }
    static Change set(T value) {
        Change change;
        change.state_ = State::set;
        change.value_ = std::move(value);
        return change;
    }

    bool is_left() const { return state_ == State::left; }
    bool is_cleared() const { return state_ == State::cleared; }
    bool is_set() const { return state_ == State::set; }
    /// Only when `is_set()`.
    const T& value() const { return value_; }

    /// Carries the change out on the stored value.
    void apply_to(std::optional<T>& stored) const {
        if (is_cleared()) stored.reset();
        if (is_set()) stored = value_;
    }
    friend bool operator==(const Change&, const Change&) = default;

  private:
    enum class State { left, cleared, set };
    State state_ = State::left;
    T value_{};
};

/// Text of at most `Max` bytes, where the codec's own limit (`k_max_text`) does not fit.
template <std::size_t Max>
class Text {
  public:
    static constexpr std::size_t k_max_bytes = Max;

    Text() = default;
    static Result<Text> parse(std::string_view text);
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    friend auto operator<=>(const Text&, const Text&) = default;

  private:
    std::string text_;
};

/// `Text` about a person: like `Private`, it cannot reach a log by accident.
template <std::size_t Max>
class PrivateText {
  public:
    static constexpr std::size_t k_max_bytes = Max;

    PrivateText() = default;
    static Result<PrivateText> parse(std::string_view text);
    const std::string& reveal() const { return text_.reveal(); }
    const Private& value() const { return text_; }
    bool empty() const { return text_.empty(); }
    friend bool operator==(const PrivateText&, const PrivateText&) = default;

  private:
    Private text_;
};

// --- What kind of type is it? ---------------------------------------------------------------------------------------

template <class T>
inline constexpr bool k_is_id = false;
template <class Tag>
inline constexpr bool k_is_id<Id<Tag>> = true;

template <class T>
inline constexpr bool k_is_optional = false;
template <class T>
inline constexpr bool k_is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool k_is_change = false;
template <class T>
inline constexpr bool k_is_change<Change<T>> = true;

template <class T>
inline constexpr bool k_is_list = false;
template <class T>
inline constexpr bool k_is_list<std::vector<T>> = !std::is_same_v<T, std::uint8_t>;

template <class T>
inline constexpr bool k_is_map = false;
template <class T>
inline constexpr bool k_is_map<std::map<std::string, T>> = true;

/// A member that a document may leave out.
template <class T>
inline constexpr bool k_may_be_absent = k_is_optional<T> || k_is_change<T>;

/// A value type spelled as a JSON string: `static Result<T> parse(std::string_view)` and `text()`, or `reveal()` if it
/// is about a person. It may say more, for the limit and the schema: `k_max_bytes`, `k_pattern`, `k_description`,
/// `k_example`.
template <class T>
concept StrongText = std::is_class_v<T> && requires(const T& value) {
    { T::parse(std::string_view()) } -> std::same_as<Result<T>>;
} && (requires(const T& value) { std::string_view(value.text()); } ||
      requires(const T& value) { std::string_view(value.reveal()); });

/// A value type spelled as a JSON integer: `static Result<T> from_number(std::int64_t)` and `number()`. It may say more,
/// for the schema: `k_minimum`, `k_maximum`, `k_description`, `k_example`.
template <class T>
concept StrongNumber = std::is_class_v<T> && requires(const T& value) {
    { T::from_number(std::int64_t()) } -> std::same_as<Result<T>>;
    { value.number() } -> std::convertible_to<std::int64_t>;
};

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept Integer = std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>;

/// Used in `static_assert`s that must fail only when instantiated.
template <class T>
inline constexpr bool k_unknown_type = false;

}  // namespace hebra::json
