// Strong ids. A PersonId cannot be passed where a ReferralId is wanted, nor turned back into text by accident.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace hebra {

/// The 16 bytes behind every id: UUID version 7 (RFC 9562), so that newer ids sort after older ones.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    static Uuid make(Time now);
    /// Canonical 36-character form, either case. nullopt otherwise.
    static std::optional<Uuid> parse(std::string_view text);
    std::array<char, 36> chars() const;
    std::string text() const {
        const auto c = chars();
        return {c.data(), c.size()};
    }
    friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

template <class Tag>
class Id {
  public:
    Id() = default;
    explicit Id(Uuid value) : value_(value) {}

    static Id make(Time now) { return Id(Uuid::make(now)); }
    static std::optional<Id> parse(std::string_view text) {
        const auto value = Uuid::parse(text);
        if (!value) return std::nullopt;
        return Id(*value);
    }
    const Uuid& value() const { return value_; }
    std::string text() const { return value_.text(); }
    bool is_nil() const { return value_ == Uuid{}; }
    friend auto operator<=>(const Id&, const Id&) = default;

  private:
    Uuid value_;
};

}  // namespace hebra

template <class Tag>
struct std::hash<hebra::Id<Tag>> {
    std::size_t operator()(const hebra::Id<Tag>& id) const noexcept {
        std::size_t tail;  // the random half
        std::memcpy(&tail, id.value().bytes.data() + 8, sizeof tail);
        return tail;
    }
};
