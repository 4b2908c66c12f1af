"""The words that generated posts are made of.

People are called by first and last names of scientists of past centuries, mixed, so that nobody
living is meant; organizations bear the last names.
"""


def _list(words: str) -> list[str]:
    return words.split()


FIRST_NAMES = _list("""
    Ada Albert Alexander Alfred Amedeo Anders Andrei Anna Antoine Barbara Beatrix Benjamin
    Blaise Carl Caroline Cecilia Charles Christiaan Dmitri Dorothy Edmond Edwin Emil Emmy Enrico
    Ernest Erwin Evangelista Florence Francis Galileo George Gerty Gottfried Grace Gregor
    Heinrich Henri Hermann Hypatia Ida Inge Irene Isaac Ivan James Johannes John Joseph
    Katherine Konstantin Leonhard Lise Louis Ludwig Maria Marie Mary Maryam Max Michael Mikhail
    Mileva Nicolaus Niels Nikolai Otto Paul Pavel Pierre Rachel Robert Rosalind Rudolf Sergei
    Sofia Sophie Srinivasa Stephanie Subrahmanyan Thomas Tycho Vera Vladimir Werner Wilhelm
    William Wolfgang
""")

LAST_NAMES = _list("""
    Abel Agnesi Ampere Anning Arrhenius Avogadro Babbage Bardeen Becquerel Bernoulli Bessel Bohr
    Boltzmann Born Boyle Brahe Butlerov Cannon Carson Cauchy Cavendish Chandrasekhar Chebyshev
    Chladni Clausius Copernicus Coulomb Curie Dalton Darwin Davy Dirac Doppler Eddington Ehrlich
    Einstein Euler Fahrenheit Faraday Fermat Fermi Fibonacci Foucault Fourier Franklin
    Fraunhofer Fresnel Galois Galvani Gauss Germain Gibbs Goeppert Haber Halley Hamilton Harvey
    Heisenberg Helmholtz Herschel Hertz Hevelius Hilbert Hodgkin Hooke Hopper Hubble Humboldt
    Huygens Jenner Joule Kapitsa Kelvin Kepler Kirchhoff Koch Kovalevskaya Krylov Lagrange
    Landau Laplace Lavoisier Leavitt Lebedev Leibniz Linnaeus Lobachevsky Lomonosov Lorentz
    Lovelace Lyell Mach Markov Maxwell Meitner Mendel Mendeleev Merian Michelson Milankovic
    Minkowski Mitchell Nernst Newton Nobel Noether Oersted Ohm Ostrogradsky Pascal Pasteur Pauli
    Pavlov Payne Planck Poincare Popov Priestley Ramanujan Rayleigh Riemann Roentgen Rutherford
    Rydberg Scheele Schrodinger Sechenov Semmelweis Somerville Stokes Struve Tesla Thomson
    Timiryazev Torricelli Tsiolkovsky Turing Vavilov Vernadsky Virchow Volta Wallace Watt Weber
    Wegener Wien Zhukovsky
""")

BODIES = _list("""
    Institute Observatory Society Laboratory Academy Foundation Museum Library Expedition
    Commission Committee Union
""")

OFFICES = [
    *("director", "chair", "head of the archive", "chief engineer", "secretary", "curator"),
    *("treasurer", "librarian", "head of the survey", "spokesperson", "founder", "senior observer"),
]

PLACES = _list("""
    Aarhus Almaty Antwerp Aral Baikal Baku Basel Bergen Bern Bishkek Brest Bremen Brno Bukhara
    Cadiz Cork Cracow Delft Dublin Dushanbe Espoo Galway Gdansk Geneva Ghent Gomel Graz Grodno
    Haarlem Kaunas Kazan Kiel Kosice Leiden Leipzig Lille Linz Lviv Lyon Malmo Minsk Mogilev
    Narva Odense Omsk Orsha Osh Oulu Pinsk Polotsk Porto Riga Samarkand Sevan Tallinn Tampere
    Tartu Tashkent Tomsk Turku Uppsala Utrecht Vaasa Vilnius Vitebsk Wroclaw Yerevan Zagreb
""")

SUBJECTS = [
    *(
        "the water level",
        "an old star chart",
        "a lost meteorite",
        "the tram timetable",
        "a barley field",
    ),
    *(
        "the city clock",
        "a seed collection",
        "the harbour ice",
        "a herbarium",
        "the weather record",
    ),
    *(
        "a stone bridge",
        "the night sky",
        "a flock of cranes",
        "the river bed",
        "a map of the marshes",
    ),
    *(
        "the tide tables",
        "a glass negative",
        "the apple harvest",
        "a telegraph line",
        "the peat bog",
    ),
    *("a bell tower", "the lynx count", "a sundial", "the railway archive", "a salt mine"),
    *(
        "the spring flood",
        "a printing press",
        "the beehives",
        "a weather balloon",
        "the snow depth",
    ),
]

OBSERVERS = _list("""
    Archivists Astronomers Beekeepers Botanists Bridge-builders Cartographers Chemists
    Clockmakers Divers Engineers Farmers Fishers Foresters Gardeners Geologists Glaciologists
    Historians Librarians Meteorologists Millers Ornithologists Physicists Printers Restorers
    Sailors Schoolchildren Students Surveyors Teachers Volunteers
""")

DEEDS = _list("""
    catalogue chart compare count date describe draw explain film find hear inspect lose map
    measure model name observe photograph rebuild record repair save search show sketch study
    survey test weigh
""")

TIMES = [
    *("before winter", "after the thaw", "in one night", "for the third year", "at midsummer"),
    *("during the storm", "by candlelight", "at first light", "for a wager", "against the clock"),
    *(
        "with borrowed tools",
        "on the longest day",
        "without a map",
        "in two languages",
        "at low tide",
    ),
    *("for the museum", "under a full moon", "after a century"),
]

# {first} is a full name with the office, {person} a full name, {last} a last name, {body} an
# organization; {subject}, {place} and {number} fill in the rest.
OPENINGS = [
    "{first}, spoke on Tuesday in {place} about {subject}.",
    "{body} has published its notes on {subject}, gathered over {number} days in {place}.",
    "In {place} a group led by {person} went back to {subject} after {number} years.",
    "The report on {subject} that {body} promised in spring lies in the reading room in {place}.",
]

SENTENCES = [
    "{person} had measured {subject} {number} times before anybody asked for the figures.",
    "The work in {place} was paid for by {body} and took {number} weeks.",
    "{last} keeps the notebooks in {place}, each with the day and the hour on every page.",
    "Nobody at {body} could say how the first list came to be lost.",
    "A second party set out from {place} with {number} instruments and came back with all of them.",
    "The members of {body} voted by a show of hands, {number} for and none against.",
    "According to {person}, {subject} had changed little since the last visit.",
    "The hall in {place} holds {number} people, and on that evening it was full.",
    "{body} and {other} will share the costs, and each keeps a copy of the drawings.",
    "It rained in {place}, so the readings were taken under a roof of sailcloth.",
    "{first}, thanked the helpers and read their names aloud.",
    "What had been written about {subject} turned out to be right within one part in {number}.",
    "The oldest of the sheets bears a number, {number}, and a stamp from {place}.",
    "{last} compared the two series line by line and found the same gap in both.",
    "A copy went by post to {other}, which asked for the photographs as well.",
    "The path from {place} to the station was closed for {number} hours.",
    "{person} drew {subject} from memory, then went back to check it.",
    "The table fills {number} pages and names every observer.",
]

QUOTES = [
    "«We counted {number} of them, and then we counted again,» {last} said.",
    "«Nobody had looked at {subject} for years,» {person} told the meeting in {place}.",
    "“It is a small thing, and it took {number} days,” said {last}.",
    "{last} added: «The paper «On {subject}» was right, and we were in a hurry».",
    "“Come and see {subject} for yourselves,” {first}, told the visitors.",
    "«If {body} lends us the instrument, we go to {place} in spring», {last} noted.",
    '"The figures from {place} are the best we have," {person} said at {body}.',
]
