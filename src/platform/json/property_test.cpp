// Whatever a value holds, it reads back the same; whatever bytes come, reading ends with a value or a refusal.
#include <cstdlib>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/json/json.hpp"
#include "platform/json/utf8.hpp"

namespace hebra::json {
namespace {

/// The same values in every run, unless one asks for others by the environment.
[[maybe_unused]] const int k_seeded = ::setenv("RC_PARAMS", "seed=20261119 max_success=50 max_size=50", 0);

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Leaf {
    std::string text;
    std::int64_t number = 0;
    std::optional<double> share;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (text, number, share))
bool operator==(const Leaf& a, const Leaf& b) { return a.text == b.text && a.number == b.number && a.share == b.share; }

struct Tree : Leaf {
    Colour colour{};
    Time at;
    std::uint64_t big = 0;
    bool flag = false;
    Change<std::string> change;
    std::vector<Leaf> leaves;
    std::map<std::string, std::vector<int>> named;
    Bytes bytes;
    std::vector<Tree> children;
};
BOOST_DESCRIBE_STRUCT(Tree, (Leaf), (colour, at, big, flag, change, leaves, named, bytes, children))
bool operator==(const Tree& a, const Tree& b) {
    return static_cast<const Leaf&>(a) == static_cast<const Leaf&>(b) && a.colour == b.colour && a.at == b.at && a.big == b.big &&
           a.flag == b.flag && a.change == b.change && a.leaves == b.leaves && a.named == b.named && a.bytes == b.bytes &&
           a.children == b.children;
}

/// Text of any characters but the null, which JSON text of ours does not carry.
rc::Gen<std::string> text() {
    const auto character = rc::gen::oneOf(rc::gen::inRange<char32_t>(1, 0x80), rc::gen::inRange<char32_t>(0x80, 0x800),
                                          rc::gen::inRange<char32_t>(0x800, 0xD800), rc::gen::inRange<char32_t>(0xE000, 0x110000));
    return rc::gen::map(rc::gen::container<std::u32string>(character), [](const std::u32string& characters) {
        std::string utf8;
        for (const char32_t c : characters) {
            const auto byte = [&](char32_t bits) { utf8 += static_cast<char>(bits); };
            if (c < 0x80) {
                byte(c);
            } else if (c < 0x800) {
                byte(0xC0 | (c >> 6));
                byte(0x80 | (c & 0x3F));
            } else if (c < 0x10000) {
                byte(0xE0 | (c >> 12));
                byte(0x80 | ((c >> 6) & 0x3F));
                byte(0x80 | (c & 0x3F));
            } else {
                byte(0xF0 | (c >> 18));
                byte(0x80 | ((c >> 12) & 0x3F));
                byte(0x80 | ((c >> 6) & 0x3F));
                byte(0x80 | (c & 0x3F));
            }
        }
        return utf8;
    });
}

rc::Gen<Leaf> leaf() {
    return rc::gen::build<Leaf>(rc::gen::set(&Leaf::text, text()), rc::gen::set(&Leaf::number),
                                rc::gen::set(&Leaf::share, rc::gen::map<std::int32_t>([](std::int32_t share) -> std::optional<double> {
                                    if (share == 0) return std::nullopt;
                                    return share / 1e6;  // fifteen digits are exact, see read.hpp
                                })));
}

rc::Gen<Tree> tree(int depth) {
    return rc::gen::exec([depth] {
        Tree made;
        static_cast<Leaf&>(made) = *leaf();
        made.colour = *rc::gen::element(Colour::red, Colour::green);
        // RFC 3339 says years 0000 to 9999.
        made.at = from_micros(*rc::gen::inRange<std::int64_t>(-62'167'219'200'000'000, 253'402'300'800'000'000));
        made.big = *rc::gen::arbitrary<std::uint64_t>();
        made.flag = *rc::gen::arbitrary<bool>();
        made.change = *rc::gen::element(Change<std::string>(), Change<std::string>::clear(), Change<std::string>::set("x"));
        made.leaves = *rc::gen::container<std::vector<Leaf>>(leaf());
        made.named = *rc::gen::container<std::map<std::string, std::vector<int>>>(text(), rc::gen::arbitrary<std::vector<int>>());
        made.bytes = *rc::gen::arbitrary<Bytes>();
        if (depth > 0) made.children = *rc::gen::container<std::vector<Tree>>(*rc::gen::inRange<std::size_t>(0, 3), tree(depth - 1));
        return made;
    });
}

RC_GTEST_PROP(JsonProperty, what_is_written_reads_back, ()) {
    const Tree original = *tree(2);
    const auto written = write(original);
    RC_ASSERT(is_utf8(written));
    const auto read_back = read<Tree>(written);
    RC_ASSERT(read_back.has_value());
    RC_ASSERT(*read_back == original);
    RC_ASSERT(write(*read_back) == written);
}

RC_GTEST_PROP(JsonProperty, any_bytes_are_read_or_refused, (const std::string& bytes)) {
    const auto result = read<Tree>(bytes);
    RC_ASSERT(!result.has_value());  // no random bytes have all of its members
    RC_ASSERT(!result.error().fields.empty());
}

RC_GTEST_PROP(JsonProperty, a_document_damaged_anywhere_is_read_or_refused, ()) {
    auto text = write(*tree(1));
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text[at] = *rc::gen::arbitrary<char>();
    const auto result = read<Tree>(text);
    if (!result) {
        for (const auto& field : result.error().fields) RC_ASSERT(field.pointer.empty() || field.pointer.front() == '/');
    }
}

RC_GTEST_PROP(JsonProperty, any_text_is_written_as_valid_json, (const std::string& bytes)) {
    const auto written = write(bytes);
    RC_ASSERT(is_utf8(written));
    if (is_utf8(bytes) && bytes.find('\0') == std::string::npos) RC_ASSERT(read<std::string>(written) == bytes);
}

}  // namespace
}  // namespace hebra::json
