// What other features may ask of the directory: all of it is pure, and its services are public knowledge, never a person's.
#pragma once
#include "features/directory/catalogue.hpp"
#include "features/directory/contact.hpp"
#include "features/directory/emergency.hpp"
#include "features/directory/hours_text.hpp"
#include "features/directory/ids.hpp"
#include "features/directory/import.hpp"
#include "features/directory/match.hpp"
#include "features/directory/question.hpp"
#include "features/directory/service.hpp"
