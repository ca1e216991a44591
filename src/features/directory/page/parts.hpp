// The parts that pages of the directory are made of.
#pragma once
#include <functional>

#include "core/institutions/institutions.hpp"
#include "features/directory/catalogue.hpp"
#include "features/directory/contact.hpp"
#include "features/directory/page/frame.hpp"
#include "features/directory/relaxing.hpp"

namespace hebra::directory {

/// The sector of the institution that answers for a row; of lines that are not of this network, that of helplines.
using SectorOf = std::function<institutions::Sector(const Service&)>;

/// The question as a sentence, with the errors of what was asked above it.
void write_sentence(Sheet& sheet);

/// The sector's weave.
void draw_mark(html::Writer& out, institutions::Sector sector);
/// Today's hours as yarn, with a stroke for now. `said` is what it shows, in words.
void draw_day(Sheet& sheet, const calendar::Schedule& schedule, institutions::Sector sector, std::string_view said);

/// A way to reach a service: what may be shown of it, and its place in the row.
struct Way {
    const Channel* channel;
    std::size_t place;
    Shown shown;
};
/// Confirmed ones first, then by how directly they reach somebody; the channel asked for before all.
std::vector<Way> ways_of(const Service& service, Time now, std::optional<ChannelKind> asked);
/// The button, or what stands in its place while nobody confirmed the contact.
void write_way(Sheet& sheet, const Service& service, const Way& way, bool is_first);

std::string ages_said(const Sheet& sheet, const Service& service);
std::string identity_said(const Sheet& sheet, const Service& service);
std::string cost_said(const Sheet& sheet, const Service& service);
std::string topics_said(const Sheet& sheet, const Service& service);
/// What it asks for to be let in; many sources say it with one word.
std::string requirements_said(const Sheet& sheet, const Service& service);
/// "Según Cartilla INJUV 2025, 2024".
std::string source_said(const Sheet& sheet, const Service& service);
std::string check_said(const Sheet& sheet, const Service& service);
std::string service_path(const Service& service);

/// Matches and near misses of the question asked.
/// @return the services put before the visitor
std::vector<const Service*> write_answer(Sheet& sheet, const Answer& answer, const SectorOf& sector_of);

/// Where nobody fits: what to leave out of the question, in one tap.
void write_relaxations(Sheet& sheet, const std::vector<Relaxation>& relaxations);

/// Everything the directory knows of one service.
void write_service(Sheet& sheet, const Service& service, institutions::Sector sector, bool is_thanked);

}  // namespace hebra::directory
