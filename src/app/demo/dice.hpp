// Chance that falls the same on every machine.
#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace hebra::app {

/// A small generator of its own: std distributions differ between libraries, and the demo must not.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t n) { return engine_() % n; }
    bool percent(std::uint32_t chance) { return below(100) < chance; }
    template <std::size_t N>
    std::string pick(const std::string_view (&words)[N]) { return std::string(words[below(N)]); }

  private:
    std::mt19937 engine_;
};

}  // namespace hebra::app
