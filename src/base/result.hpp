// How a function says no. Expected refusals are values; broken machinery throws and is caught once, in the dispatcher.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "base/word.hpp"

namespace hebra {

/// The kinds of refusal, one per HTTP status that Hebra answers on purpose.
enum class Refused {
    invalid,          ///< 422: the request is understood, its content is not acceptable; `fields` say where
    malformed,        ///< 400: not even readable
    unauthenticated,  ///< 401
    forbidden,        ///< 403: known and not allowed; never used for another institution's record
    not_found,        ///< 404: absent, or another institution's: the caller cannot tell which
    conflict,         ///< 409: the state does not allow it, or somebody else was first
    stale,            ///< 412: the version the caller saw is no longer the newest
    too_large,        ///< 413
    too_many,         ///< 429
    unavailable,      ///< 503: try again
};

/// One refused field. `pointer` is a JSON Pointer (RFC 6901) into the request body, or "?name" for a query parameter.
struct FieldError {
    std::string pointer;
    Word word;
};

struct Refusal {
    Refused kind;
    Word word;
    std::vector<FieldError> fields = {};
};

template <class T = void>
using Result = tl::expected<T, Refusal>;

using Refuse = tl::unexpected<Refusal>;

inline Refuse refuse(Refused kind, const Word& word) { return Refuse(Refusal{kind, word}); }

/// The commonest no: one field, one reason.
inline Refuse refuse_field(std::string pointer, const Word& word) {
    return Refuse(Refusal{Refused::invalid, word, {{std::move(pointer), word}}});
}

namespace words {
inline constexpr Word k_not_found{"not_found", "No existe, o no es de su institución.",
                                  "It does not exist, or it is not your institution's."};
inline constexpr Word k_changed_meanwhile{
    "changed_meanwhile", "Otra persona lo cambió mientras tanto. Vuelva a abrirlo y compare antes de guardar.",
    "Someone else changed it meanwhile. Open it again and compare before saving."};
inline constexpr Word k_invalid{"invalid", "Hay datos que corregir. Lo escrito se conserva.",
                                "Some data must be corrected. What you wrote is kept."};
}  // namespace words

inline Refuse not_found() { return refuse(Refused::not_found, words::k_not_found); }

}  // namespace hebra

#define HEBRA_JOIN_2(a, b) a##b
#define HEBRA_JOIN(a, b) HEBRA_JOIN_2(a, b)

/// `HEBRA_TRY(const auto x, f());` declares x from a successful Result, or returns its refusal.
#define HEBRA_TRY(declaration, ...)                                            \
    auto HEBRA_JOIN(hebra_try_, __LINE__) = (__VA_ARGS__);                     \
    if (!HEBRA_JOIN(hebra_try_, __LINE__))                                     \
        return ::hebra::Refuse(std::move(HEBRA_JOIN(hebra_try_, __LINE__)).error()); \
    declaration = *std::move(HEBRA_JOIN(hebra_try_, __LINE__))

/// `HEBRA_CHECK(f());` returns the refusal of a Result whose value nobody needs.
#define HEBRA_CHECK(...)                                                       \
    do {                                                                       \
        if (auto hebra_check_ = (__VA_ARGS__); !hebra_check_)                  \
            return ::hebra::Refuse(std::move(hebra_check_).error());           \
    } while (false)
