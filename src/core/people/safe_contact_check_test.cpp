#include "core/people/safe_contact_check.hpp"

#include <gtest/gtest.h>


namespace hebra::people {
namespace {

using Told = std::vector<std::string>;

const Time k_now = *parse_time("2026-11-21T15:00:00Z");

Told codes(const std::vector<FieldError>& fields) {
    Told told;
    for (const auto& field : fields) told.push_back(field.pointer + " " + std::string(field.word.code));
    return told;
}

SafeChannel channel(ContactKind kind, std::optional<std::string> value) {
    return {kind, value ? std::optional(Private(*value)) : std::nullopt, std::nullopt, std::nullopt, std::nullopt};
}

Told refused(SafeChannel one) {
    SafeContact card;
    card.channels = {std::move(one)};
    return codes(faults_of(card, k_now));
}

Told refused(std::vector<Weekday> days, std::string_view from, std::string_view to) {
    SafeContact card;
    card.hours = {{std::move(days), TimeOfDay::parse(from).value(), TimeOfDay::parse(to).value(), std::nullopt}};
    return codes(faults_of(card, k_now));
}

TEST(SafeContactCheck, names_the_channel_that_reaches_nobody) {
    using enum ContactKind;
    const std::string value = "/safe_contact/channels/0/value ";
    EXPECT_EQ(refused(channel(phone, "12")), Told{value + "phone_short"});
    EXPECT_EQ(refused(channel(whatsapp, "el de su tía")), Told{value + "phone_letters"});
    EXPECT_EQ(refused(channel(sms, "133")), Told{value + "phone_is_short_code"});
    EXPECT_EQ(refused(channel(email, "@example.org")), Told{value + "bad_email"});
    for (const auto kind : {phone, whatsapp, sms, email})
        for (const auto& none : {std::optional<std::string>(), std::optional<std::string>(""), std::optional<std::string>("  ")})
            EXPECT_EQ(refused(channel(kind, none)), Told{value + "channel_value_needed"});
    EXPECT_EQ(refused(channel(chat, " ")), Told{value + "blank"});
    for (const auto kind : {chat, visit}) EXPECT_EQ(refused(channel(kind, std::nullopt)), Told{}) << "reached by its code, or by its label";
    for (const auto* fine : {"+56900000147", "9 0000 0147", "+5491100000000"}) EXPECT_EQ(refused(channel(phone, fine)), Told{}) << fine;
}

TEST(SafeContactCheck, names_the_hours_of_no_length_or_no_day) {
    const std::vector every = {Weekday::mon};
    EXPECT_EQ(refused(every, "10:00", "10:00"), Told{"/safe_contact/hours/0/to safe_hours_order"});
    EXPECT_EQ(refused(every, "18:00", "16:00"), Told{"/safe_contact/hours/0/to safe_hours_order"});
    EXPECT_EQ(refused({}, "16:00", "18:00"), Told{"/safe_contact/hours/0/days safe_days_needed"});
    EXPECT_EQ(refused(every, "00:00", "24:00"), Told{});
}

TEST(SafeContactCheck, names_every_field_in_doubt_at_once) {
    SafeContact card;
    card.channels = {channel(ContactKind::chat, {}), channel(ContactKind::phone, "12")};
    card.channels[0].label = Private(" ");
    card.hours = {{{}, TimeOfDay::of(10), TimeOfDay::of(10), std::nullopt}};
    card.do_not_say = Private("");
    card.if_other_answers = Private(std::string(2'001, 'a'));
    card.confirmed_at = k_now + std::chrono::minutes(6);
    EXPECT_EQ(codes(faults_of(card, k_now)),
              (Told{"/safe_contact/channels/0/label blank", "/safe_contact/channels/1/value phone_short",
                    "/safe_contact/hours/0/days safe_days_needed", "/safe_contact/hours/0/to safe_hours_order",
                    "/safe_contact/do_not_say blank", "/safe_contact/if_other_answers too_long",
                    "/safe_contact/confirmed_at confirmed_to_come"}));
    EXPECT_EQ(codes(faults_of({}, k_now)), Told{}) << "an empty card says nothing wrong";
}

TEST(SafeContactCheck, holds_a_card_to_what_fits_on_one) {
    SafeContact card;
    card.channels.assign(21, channel(ContactKind::chat, {}));
    card.hours.assign(21, {{Weekday::mon}, TimeOfDay::of(10), TimeOfDay::of(11), std::nullopt});
    EXPECT_EQ(codes(faults_of(card, k_now)), (Told{"/safe_contact/channels card_too_long", "/safe_contact/hours card_too_long"}));
}

}  // namespace
}  // namespace hebra::people
