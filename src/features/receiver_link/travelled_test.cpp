// Whatever the origin chose to let travel is read on the receiver's page and on the printed ficha, in both languages.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>

#include <boost/mp11/algorithm.hpp>

#include "features/receiver_link/test_door.hpp"

namespace hebra::receiver_link {
namespace {

using referrals::Shared;
using Travelled = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(Travelled);

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

people::NewPerson somebody() {
    people::NewPerson person;
    person.identity = people::IdentityLevel::identified;
    person.given_names = Private("Josefa Martina");
    person.first_surname = Private("Prueba");
    person.social_name = Private("Vicente");
    person.run = chile::Run::parse("12345678-5").value();
    person.document = chile::ForeignDocument::parse("passport:VEN:A1234567").value();
    person.birth_date = people::BirthDate::parse("2009-03-04").value();
    person.phone = chile::Phone::parse("+56 9 8765 4321").value();
    person.email = people::Email::parse("josefa@prueba.invalid").value();
    person.comuna = territory::Comuna::parse("13104").value();
    person.safe_contact = people::SafeContact{};
    person.safe_contact->channels = {{people::ContactKind::visit, {}, Private("Solo en el liceo")}};
    return person;
}

/// What each, alone, is read as: Spanish, English.
std::array<std::string_view, 2> read_as(Shared shared) {
    switch (shared) {
        case Shared::names: return {"Josefa Martina Prueba", "Josefa Martina Prueba"};
        case Shared::social_name: return {"Vicente", "Vicente"};
        case Shared::run: return {"12345678-5", "12345678-5"};
        case Shared::document: return {"Pasaporte A1234567 (VEN)", "Passport A1234567 (VEN)"};
        case Shared::birth_date: return {"2009-03-04", "2009-03-04"};
        case Shared::phone: return {"+56987654321", "+56987654321"};
        case Shared::email: return {"josefa@prueba.invalid", "josefa@prueba.invalid"};
        case Shared::comuna: return {"Conchalí", "Conchalí"};
        case Shared::safe_contact: return {"Visita, Solo en el liceo", "Visit, Solo en el liceo"};
    }
    return {};
}

/// What a printed ficha says, read by another program (poppler-utils).
std::string printed(const http::Response& response) {
    EXPECT_EQ(response.status, 200);
    const test::TemporaryFolder folder;
    const auto path = folder / "ficha.pdf";
    std::ofstream(path, std::ios::binary) << response.body.view();
    FILE* pipe = popen(("pdftotext -layout " + path + " -").c_str(), "r");
    std::string text;
    std::array<char, 4096> part{};
    for (std::size_t n; (n = fread(part.data(), 1, part.size(), pipe)) > 0;) text.append(part.data(), n);
    EXPECT_EQ(pclose(pipe), 0);
    return text;
}

/// The door of a referral of `somebody`, of whom this travels.
struct SharedDoor : Door {
    SharedDoor(db::Database& database, std::vector<Shared> shared) : Door(database) {
        auto written = content();
        written.share = std::move(shared);
        const auto person = people.create(actor(line), somebody()).value();
        sent_referral = move(line, draft_of(person.id, written).value(), referrals::Action::send).value();
        link = links.create(actor(line), sent_referral.id, {}).value();
        cookie.clear();
        EXPECT_EQ(enter().status, 303);
    }
};

TEST_P(Travelled, each_thing_that_was_shared_is_read_on_the_page_and_on_paper) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Shared>>([&](auto each) {
        const Shared shared = each.value;
        SharedDoor door(db(), {shared});
        constexpr std::string_view k_languages[] = {"es", "en"};
        for (std::size_t i = 0; i < 2; ++i) {
            const auto query = "?lang=" + std::string(k_languages[i]);
            const auto page = door.get(query);
            EXPECT_TRUE(holds(page.body.view(), read_as(shared)[i])) << boost::describe::enum_to_string(shared, "") << page.body.view();
            EXPECT_FALSE(holds(page.body.view(), i == 0 ? "No se envió nombre" : "No name or contact"));
            const auto paper = printed(door.get("/ficha.pdf" + query));
            EXPECT_TRUE(holds(paper, read_as(shared)[i])) << boost::describe::enum_to_string(shared, "") << paper;
        }
    });
}

TEST_P(Travelled, the_age_and_the_topic_always_and_nothing_that_was_not_shared) {
    SharedDoor door(db(), {});
    const auto page = door.get();
    const auto paper = printed(door.get("/ficha.pdf"));
    for (const std::string_view text : {page.body.view(), std::string_view(paper)}) {
        EXPECT_TRUE(holds(text, "17 años")) << text;
        EXPECT_TRUE(holds(text, directory::Topic::parse("mood_anxiety")->name(Language::es))) << text;
        EXPECT_FALSE(holds(text, "Josefa")) << text;
        EXPECT_FALSE(holds(text, "Conchalí")) << text;
    }
    EXPECT_TRUE(holds(page.body.view(), "No se envió nombre ni contacto")) << "an age is neither";
}

TEST_P(Travelled, that_nobody_knows_the_age_is_said) {
    Door door(db());
    (void)door.enter();
    EXPECT_TRUE(holds(door.get().body.view(), "No se sabe"));
    EXPECT_TRUE(holds(printed(door.get("/ficha.pdf")), "No se sabe"));
}

}  // namespace
}  // namespace hebra::receiver_link
