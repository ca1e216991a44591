#include "app/demo/people.hpp"

#include "app/demo/dice.hpp"

namespace hebra::app {
namespace {

using people::IdentityLevel;
using people::NewPerson;

constexpr std::string_view k_women[] = {"Martina", "Sofía", "Emilia", "Antonella", "Millaray", "Camila", "Fernanda", "Rayén",
                                        "Josefa", "Catalina", "Widlene", "Valentina", "Yuliana", "Ayelén", "Francisca", "Trinidad"};
constexpr std::string_view k_men[] = {"Mateo", "Benjamín", "Nahuel", "Cristóbal", "Joaquín", "Lautaro", "Jean-Robert", "Vicente",
                                      "Tomás", "Alonso", "Wilmer", "Amaru", "Felipe", "Ignacio", "Maximiliano", "Sebastián"};
constexpr std::string_view k_second[] = {"Isidora", "del Pilar", "Andrés", "Belén", "Paz", "José", "Ignacia", "Antonio", "Luz", "Elías"};
constexpr std::string_view k_surnames[] = {"González", "Muñoz", "Rojas", "Díaz", "Soto", "Contreras", "Silva", "Sepúlveda",
                                           "Huenchumilla", "Catrileo", "Mamani", "Choque", "Jean-Baptiste", "Pérez", "Ñancupil",
                                           "Yáñez", "Vásquez", "Araya", "Espinoza", "Tapia", "Quispe", "Marcano", "Rondón", "Cáceres"};
constexpr std::string_view k_comunas[] = {"13104", "13104", "13101", "13119", "05101", "08101", "09101", "01107", "05201", "11301", "12101"};

/// Modulo 11 (Registro Civil). The range 40.000.000–45.999.999 is believed unissued.
Result<chile::Run> run_of(std::uint32_t number) {
    int sum = 0;
    int factor = 2;
    for (auto rest = number; rest > 0; rest /= 10, factor = factor == 7 ? 2 : factor + 1) sum += static_cast<int>(rest % 10) * factor;
    const int check = 11 - sum % 11;
    const std::string digit = check == 11 ? "0" : check == 10 ? "K" : std::to_string(check);
    return chile::Run::parse(fmt::format("{}-{}", number, digit));
}

Private words_of(std::string text) { return Private(std::move(text)); }

Result<> name_them(NewPerson& person, Dice& dice, std::uint32_t n) {
    const bool woman = dice.percent(70);
    person.given_names = words_of((woman ? dice.pick(k_women) : dice.pick(k_men)) + " " + dice.pick(k_second));
    person.first_surname = words_of(dice.pick(k_surnames));
    person.second_surname = words_of(dice.pick(k_surnames));
    if (dice.percent(2)) person.social_name = words_of(woman ? dice.pick(k_men) : dice.pick(k_women));
    const auto year = 2026 - (15 + static_cast<int>(dice.below(8) + dice.below(8)));
    HEBRA_TRY(person.birth_date, people::BirthDate::parse(fmt::format("{:04}-{:02}-{:02}", year, 1 + dice.below(12), 1 + dice.below(28))));
    if (dice.percent(60)) {
        HEBRA_TRY(person.run, run_of(40'000'000 + n * 7 + dice.below(7)));
    }
    return {};
}

Result<NewPerson> make_person(Dice& dice, std::uint32_t n) {
    NewPerson person;
    const auto level = dice.below(10);
    person.identity = level < 3 ? IdentityLevel::anonymous : level < 5 ? IdentityLevel::pseudonymous : IdentityLevel::identified;
    if (person.identity == IdentityLevel::pseudonymous) person.alias = words_of(dice.pick(k_women));
    if (person.identity == IdentityLevel::identified) HEBRA_CHECK(name_them(person, dice, n));
    if (person.identity != IdentityLevel::identified && dice.percent(70)) {
        HEBRA_TRY(person.age_stated, people::Age::from_number(15 + dice.below(14)));
    }
    if (person.identity != IdentityLevel::anonymous) {
        HEBRA_TRY(person.phone, chile::Phone::parse(fmt::format("+5690000{:04}", n % 1000)));
    }
    HEBRA_TRY(person.comuna, territory::Comuna::parse(dice.pick(k_comunas)));
    return person;
}

/// The person of the mockups: with a safe-contact card to show.
Result<NewPerson> martina(Time confirmed_at) {
    NewPerson person;
    person.identity = IdentityLevel::identified;
    person.given_names = words_of("Martina Isidora");
    person.first_surname = words_of("Catrileo");
    person.second_surname = words_of("Soto");
    HEBRA_TRY(person.birth_date, people::BirthDate::parse("2010-03-14"));
    HEBRA_TRY(person.phone, chile::Phone::parse("+56900000147"));
    HEBRA_TRY(person.comuna, territory::Comuna::parse("13104"));
    person.gender = words_of("Mujer");
    people::SafeContact card;
    card.channels = {{people::ContactKind::chat, std::nullopt, words_of("con su código"), true, false},
                     {people::ContactKind::phone, words_of("+56900000147"), words_of("El de la casa, no"), false, false}};
    using enum people::Weekday;
    HEBRA_TRY(const auto four, people::TimeOfDay::parse("16:00"));
    HEBRA_TRY(const auto six, people::TimeOfDay::parse("18:00"));
    HEBRA_TRY(const auto eight, people::TimeOfDay::parse("20:00"));
    HEBRA_TRY(const auto ten, people::TimeOfDay::parse("22:00"));
    card.hours = {{{mon, tue, wed, thu, fri}, four, six, people::ContactKind::phone},
                  {{mon, tue, wed, thu, fri, sat, sun}, eight, ten, people::ContactKind::chat}};
    card.voicemail = people::Voicemail::neutral_only;
    card.voicemail_words = words_of("Llamo por la hora, vuelvo a marcar");
    card.do_not_say = words_of("«línea» ni «psicóloga»");
    card.may_answer = words_of("Su tía Rosa, si dice «soy Rosa»");
    card.must_not_tell = words_of("su mamá");
    card.if_other_answers = words_of("Hola, llamo por la hora de Martina. ¿A qué hora la encuentro?");
    card.confirmed_at = confirmed_at;
    person.safe_contact = std::move(card);
    return person;
}

/// Who lives with them and who is near, of one in three.
Result<> relate(House& house, const Actor& actor, PersonId person, Dice& dice) {
    using people::Closeness;
    using people::Kinship;
    struct Near {
        Kinship kinship;
        std::string_view name;
        bool together;
    };
    constexpr Near k_near[] = {{Kinship::mother, "Su mamá", true},       {Kinship::father, "Su papá", false},   {Kinship::partner, "Su pareja", true},
                               {Kinship::child, "Su hijo", true},        {Kinship::sibling, "Su hermana", true}, {Kinship::grandparent, "Su abuela", true},
                               {Kinship::aunt_uncle, "Su tía", false},   {Kinship::friendship, "Su amiga", false}, {Kinship::neighbour, "Una vecina", false}};
    constexpr Closeness k_closeness[] = {Closeness::close, Closeness::ordinary, Closeness::distant, Closeness::conflict};
    const auto first = dice.below(std::size(k_near));
    for (std::uint32_t i = 0; i <= dice.below(3); ++i) {
        const auto& near = k_near[(first + 2 * i) % std::size(k_near)];
        people::NewRelationship relation;
        relation.kinship = near.kinship;
        relation.name = words_of(std::string(near.name));
        relation.lives_together = near.together;
        relation.closeness = k_closeness[dice.below(std::size(k_closeness))];
        HEBRA_CHECK(house.relationships.add(actor, person, relation));
    }
    return {};
}

}  // namespace

Result<> add_demo_people(House& house, int scale, const Made& tell) {
    Dice dice(20261121);
    Dice kin(20261123);  // apart, so that the people stay who they are
    std::uint32_t n = 0;
    for (const auto& institution : house.institutions.all()) {
        Actor actor = house.system();
        actor.institution = institution.id;
        if (institution.name == "Línea Demo Joven") {
            HEBRA_TRY(const auto first, martina(house.clock.now()));
            HEBRA_CHECK(house.people.create(actor, first));
        }
        for (int i = 0; i < 6 * scale; ++i) {
            HEBRA_TRY(const auto person, make_person(dice, ++n));
            HEBRA_TRY(const auto recorded, house.people.create(actor, person));
            if (n % 3 == 1) HEBRA_CHECK(relate(house, actor, recorded.id, kin));
            if (tell) tell("personas", n, 6 * scale * std::ssize(house.institutions.all()));
        }
    }
    return {};
}

}  // namespace hebra::app
