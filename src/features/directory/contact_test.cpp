#include "features/directory/contact.hpp"

#include <gtest/gtest.h>

#include "features/directory/emergency.hpp"

namespace hebra::directory {
namespace {

using namespace std::chrono_literals;

const Time k_now = *parse_time("2026-11-19T15:00:00Z");

Channel phone(std::string_view number) {
    return {.kind = ChannelKind::phone, .contact = std::string(number)};
}

Channel confirmed(Channel channel, Time at = k_now - 24h, Time expires = k_now + 24h) {
    channel.confirmation = Confirmation{.by = UserId::make(at), .at = at, .expires = expires};
    return channel;
}

TEST(Contact, only_a_confirmed_number_within_its_expiry_can_be_tapped) {
    const auto shown = dialable(confirmed(phone("600 360 7777")), k_now);
    EXPECT_EQ(shown.standing, Standing::confirmed);
    EXPECT_EQ(shown.contact, "600 360 7777");
    EXPECT_EQ(shown.uri, "tel:6003607777");

    const auto fresh_install = dialable(phone("600 360 7777"), k_now);
    EXPECT_EQ(fresh_install.standing, Standing::unconfirmed);
    EXPECT_EQ(fresh_install.contact, "");
    EXPECT_EQ(fresh_install.uri, "");
    EXPECT_EQ(fresh_install.word.es, "número por confirmar");

    EXPECT_EQ(dialable(confirmed(phone("131"), k_now - 48h, k_now), k_now).standing, Standing::expired)
        << "at the very moment";
    EXPECT_EQ(dialable(confirmed(phone("131"), k_now - 48h, k_now), k_now).uri, "");
    EXPECT_EQ(dialable(confirmed(phone("131"), k_now - 48h, k_now), k_now - 1s).standing, Standing::confirmed);
}

TEST(Contact, a_number_reported_wrong_stands_until_it_is_confirmed_anew) {
    auto channel = confirmed(phone("1515"), k_now - 48h);
    channel.doubted_at = k_now - 24h;
    EXPECT_EQ(dialable(channel, k_now).standing, Standing::doubted);
    EXPECT_EQ(dialable(channel, k_now).uri, "");
    EXPECT_EQ(dialable(channel, k_now).word.code, "doubted_number");
    EXPECT_EQ(dialable(confirmed(channel, k_now - 1h), k_now).standing, Standing::confirmed);
}

TEST(Contact, the_rule_is_the_same_for_every_kind) {
    for (const auto& [kind, contact, uri] : std::initializer_list<std::tuple<ChannelKind, const char*, const char*>>{
             {ChannelKind::phone, "*4141", "tel:*4141"},
             {ChannelKind::whatsapp, "+56 9 9700 7000", "https://wa.me/56997007000"},
             {ChannelKind::sms, "+56 9 0000 0001", "sms:+56900000001"},
             {ChannelKind::email, "ayuda@example.org", "mailto:ayuda@example.org"},
             {ChannelKind::chat, "https://example.org/chat", "https://example.org/chat"},
             {ChannelKind::in_person, "Calle Ficticia 1", ""}}) {
        const Channel channel{.kind = kind, .contact = contact};
        EXPECT_TRUE(check_contact(kind, contact)) << contact;
        EXPECT_EQ(dialable(channel, k_now).uri, "") << contact;
        EXPECT_EQ(dialable(channel, k_now).contact, "") << contact;
        EXPECT_EQ(dialable(confirmed(channel), k_now).uri, uri) << contact;
    }
    EXPECT_EQ(dialable({.kind = ChannelKind::chat, .contact = ""}, k_now).standing, Standing::missing);
}

TEST(Contact, refuses_what_has_not_the_form_of_its_kind) {
    EXPECT_FALSE(check_contact(ChannelKind::phone, "pregunte en el mesón"));
    EXPECT_FALSE(check_contact(ChannelKind::whatsapp, "1455"));
    EXPECT_EQ(check_contact(ChannelKind::web, "javascript:alert(1)").error().word.code, "contact_url");
    EXPECT_EQ(check_contact(ChannelKind::web, "example.org").error().word.code, "contact_url");
    EXPECT_EQ(check_contact(ChannelKind::email, "a@b@c.cl").error().word.code, "contact_email");
    EXPECT_TRUE(check_contact(ChannelKind::web, ""));
}

TEST(EmergencyNumbers, are_few_sourced_and_unconfirmed_until_the_operator_says_so) {
    const auto numbers = shipped_emergency_numbers();
    EXPECT_EQ(numbers.size(), 6U);
    EXPECT_EQ(numbers[0].channel.contact, "131");
    EXPECT_EQ(numbers[1].channel.contact, "*4141");
    for (const auto& each : numbers) {
        EXPECT_FALSE(each.source.empty());
        EXPECT_TRUE(each.source_url.starts_with("http"));
        EXPECT_FALSE(each.use_when.empty());
        EXPECT_FALSE(each.use_when_en.empty());
        EXPECT_EQ(dialable(each.channel, k_now).uri, "");
        EXPECT_TRUE(dialable(confirmed(each.channel), k_now).uri.starts_with("tel:"));
    }
}

}  // namespace
}  // namespace hebra::directory
