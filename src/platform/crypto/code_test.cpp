#include "platform/crypto/code.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <set>

namespace hebra::crypto {
namespace {

constexpr std::string_view k_typeable = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// How a typed character is read, so that a "mistake" that means the same is not counted as one.
char read_as(char c) {
    switch (c) {
        case 'O': return '0';
        case 'I':
        case 'L': return '1';
        case 'V': return 'B';
        default: return c;
    }
}

TEST(ThreadCode, its_documented_example_is_one) {
    EXPECT_EQ(ThreadCode::parse(ThreadCode::k_example)->text(), ThreadCode::k_example);
}

TEST(ThreadCode, forgives_how_it_is_typed) {
    for (const auto* typed : {"HB-0B1A7KQ", "hb-0b1a7kq", "HB0B1A7KQ", "0B1A7KQ", " hb 0b1 a7k q ", "HB-OBIA7KQ",
                              "hb-obla7kq", "hv-ovia7kq", "HB–0B1A7KQ"}) {
        const auto read = ThreadCode::parse(typed);
        ASSERT_TRUE(read) << typed;
        EXPECT_EQ(read->text(), "HB-0B1A7KQ") << typed;
    }
}

TEST(ThreadCode, refuses_what_is_not_one) {
    for (const auto* typed : {"", "HB-", "HB-0B1A7K", "HB-0B1A7KQQ", "HB-0B1A7KU", "XX-0B1A7KQ", "HB-Ñ0B1A7Q"})
        EXPECT_EQ(ThreadCode::parse(typed).error().word, words::k_code_wrong) << typed;
    EXPECT_FALSE(ThreadCode::parse(std::string(100'000, '0')));
}

template <class Code, class Text>
void expect_every_slip_is_noticed(const Text& text_of_code, std::size_t first) {
    for (int round = 0; round < 40; ++round) {
        const std::string code = text_of_code(Code::make());
        for (std::size_t i = first; i < code.size(); ++i) {
            if (code[i] == '-') continue;
            for (const char other : k_typeable) {
                if (read_as(other) == code[i]) continue;
                auto typed = code;
                typed[i] = other;
                EXPECT_FALSE(Code::parse(typed)) << code << " typed as " << typed;
            }
            const auto next = i + 1 < code.size() && code[i + 1] == '-' ? i + 2 : i + 1;
            if (next >= code.size() || code[i] == code[next]) continue;
            auto typed = code;
            std::swap(typed[i], typed[next]);
            EXPECT_FALSE(Code::parse(typed)) << code << " typed as " << typed;
        }
    }
}

TEST(ThreadCode, every_single_slip_and_every_swap_is_noticed) {
    expect_every_slip_is_noticed<ThreadCode>([](const ThreadCode& code) { return code.text(); }, 3);
}

TEST(ReturnCode, every_single_slip_and_every_swap_is_noticed) {
    expect_every_slip_is_noticed<ReturnCode>([](const ReturnCode& code) { return code.reveal(); }, 0);
}

TEST(ReturnCode, is_the_same_each_time_for_one_key_and_purpose) {
    const auto key = Key::from(Bytes(Key::k_size, 1));
    const auto other = Key::from(Bytes(Key::k_size, 2));
    for (int n = 0; n < 500; ++n) {  // enough to meet the letter that codes never hold
        const auto of = std::to_string(n);
        const auto code = ReturnCode::derive(key, of).reveal();
        EXPECT_EQ(ReturnCode::derive(key, of).reveal(), code);
        EXPECT_NE(ReturnCode::derive(other, of).reveal(), code);
        EXPECT_NE(ReturnCode::derive(key, of + "0").reveal(), code);
        EXPECT_EQ(code.find('V'), std::string::npos);
        EXPECT_EQ(ReturnCode::parse(code)->reveal(), code);
    }
}

TEST(ReturnCode, is_three_groups_without_letters_that_sound_or_look_alike) {
    std::set<std::string> seen;
    for (int i = 0; i < 2000; ++i) {
        const auto code = ReturnCode::make().reveal();
        ASSERT_EQ(code.size(), 14u);
        ASSERT_EQ(code[4], '-');
        ASSERT_EQ(code[9], '-');
        ASSERT_EQ(code.find_first_of("ILOUV"), std::string::npos) << code;
        ASSERT_EQ(ReturnCode::parse(code)->reveal(), code);
        seen.insert(code);
    }
    EXPECT_EQ(seen.size(), 2000u);
}

TEST(ReturnCode, forgives_how_it_is_typed) {
    const auto code = ReturnCode::make().reveal();
    std::string typed;
    for (const char c : code)
        typed += c == '-' ? ' ' : c == '0' ? 'o' : c == '1' ? 'l' : c == 'B' ? 'v' : static_cast<char>(std::tolower(c));
    EXPECT_EQ(ReturnCode::parse(typed)->reveal(), code);
}

TEST(LinkToken, has_one_spelling_of_22_characters) {
    const auto token = LinkToken::make();
    ASSERT_EQ(token.reveal().size(), 22u);
    EXPECT_EQ(LinkToken::parse(token.reveal())->reveal(), token.reveal());
    EXPECT_TRUE(LinkToken::parse("AAAAAAAAAAAAAAAAAAAAAA"));
    EXPECT_FALSE(LinkToken::parse("AAAAAAAAAAAAAAAAAAAAAB"));  // spare bits set: another spelling of the same bytes
    EXPECT_FALSE(LinkToken::parse("AAAAAAAAAAAAAAAAAAAAA"));
    EXPECT_FALSE(LinkToken::parse("AAAAAAAAAAAAAAAAAAAAAA="));
    EXPECT_FALSE(LinkToken::parse(""));
}

}  // namespace
}  // namespace hebra::crypto
