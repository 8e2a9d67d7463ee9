"""French: the words that names are made of."""

from ingestd.extraction.languages.fr_words import CALLINGS, FIRM_VERBS, KINDRED
from ingestd.extraction.languages.pack import (
    Names,
    heads,
    rx,
    words,
)

_STOP = words("""
le la les un une des du de d l au aux ce cet cette ces son sa ses leur leurs mon ma mes ton ta tes notre nos votre
vos il elle ils elles on nous vous je tu qui que qu dont où quoi quel quelle quels quelles quand comment pourquoi
si bien alors ainsi aussi afin après avant pendant durant depuis dès lors lorsque puisque parce car mais ou et donc
or ni par pour sur sous dans en entre vers chez avec sans selon contre malgré outre face grâce parmi jusque jusqu
à y ne pas plus moins très trop tout toute tous toutes autre autres même mêmes chaque plusieurs certains certaines
aucun aucune premier première deuxième troisième dernier dernière hier aujourd hui demain ici là cependant toutefois
néanmoins pourtant enfin ensuite puis déjà encore toujours jamais souvent parfois surtout notamment également
actuellement récemment auparavant désormais parallèlement concernant quant lundi mardi mercredi jeudi vendredi
samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre deux trois
quatre cinq six sept huit neuf dix cent mille est sont était étaient sera seront été a ont avait avaient
aura auront fait font faire dit disent covid pib pdg dg ia r&d pme pmi eti tva ong usd eur vnd rub mou s'exprimant
exprimant représentants entreprises événement diplomate photo source lire article état gouvernement
parlement internet noël pâques ramadan islam dieu europe'est madame monsieur mesdames messieurs voici voilà
selon étaient étant 2g 3g 4g 5g 6g 3d quelque quelques presqu presqu'île cfa cela ceci comme contrairement exemple celui celle
ceux celles environ certes malheureusement désormais via devant derrière sauf soit hormis durant près loin non oui ex
né née nés fcfa vtc btp hlm rse esg lbo drh dsi cdi cdd rtt gnl gpl co2 adn arn irm ehpad auprès rien chacun chacune quiconque nul nulle beaucoup tel telle personne reste restent fils opa ope cet aux ils lui eux ah bref or av interrogé interrogée présent présente réunis signé signée créé créée fondé fondée basé basée
""") - words("europe'est")

NAMES = Names(
    stop=_STOP,
    joints=words("de du des d l la le les pour aux au do of"),
    ands=words("et &"),
    titles=words(
        "m mm mme mlle mr monsieur madame dr docteur professeur pr me maître général colonel capitaine"
    ),
    roles=words("""
        président présidente pdg dg directeur directrice ministre secrétaire ambassadeur ambassadrice conseiller
        conseillère consul gouverneur gouverneure maire chef cheffe fondateur fondatrice cofondateur cofondatrice
        porte-parole sénateur sénatrice député députée représentant représentante envoyé envoyée commissaire
        adjoint adjointe propriétaire associé associée analyste économiste scientifique responsable dirigeant
        dirigeante chancelier chancelière roi reine prince princesse premier-ministre patron patronne
        vice-président vice-présidente vice-ministre recteur doyen entraîneur ingénieur ingénieure préfet préfète
        délégué déléguée administrateur administratrice trésorier avocat avocate juge procureur procureure gérant
        gérante numéro coordinateur coordinatrice rapporteur présidente-directrice président-directeur
        traducteur photographe parole vice-ministre codirecteur codirectrice coprésident coprésidente codirigeant codirigeante
        cogérant cogérante homologue rectrice doyenne trésorière inventeur inventrice inspecteur inspectrice contrôleur contrôleuse
        superviseur superviseuse liquidateur liquidatrice mandataire bâtonnier sous-secrétaire stratégiste
        coordonnateur coordonnatrice curateur curatrice intendant intendante échevin
    """)
    | CALLINGS - KINDRED,
    ranks=words(
        "porte conseil administration surveillance directoire exécutif premier première général générale adjoint adjointe vice ancien ancienne délégué déléguée exécutif exécutive"
    ),
    links=words("de du des d"),
    sectors=words("""
        santé affaires étrangères étrangère commerce industrie économie finances finance défense intérieur justice
        agriculture éducation nationale national environnement écologie énergie transports transport culture
        sciences science technologie technologies recherche innovation travail emploi logement ville sports sport
        jeunesse tourisme numérique économique économiques publique publiques public publics générale générales
        extérieur extérieure internationale international mondiale mondial européenne européen spatiale spatial
        centrale central fédérale fédéral populaire supérieure supérieur civile civil aérienne
        maritime royale royal atomique nucléaire pétrole gaz électricité eau développement investissement
        investissements direct directs import export coopération planification ressources naturelles
        régional régionale régionaux départemental départementale municipal municipale communal communale général
        administratif administrative judiciaire constitutionnel constitutionnelle supérieur
        monétaire technique techniques scientifique scientifiques pharmaceutique pharmaceutiques médical médicale
        médicaux médicales sociale sociales social sécurité télécommunications télécoms information
        communication communications construction rurale rural alimentaire ouvrière commerciale française
        douanes budget comptes fiscale stratégique stratégiques banque mutuelle agricole agricoles
        équipement habitat urbanisme pêche pêches forêts artisanat solidarité famille enseignement formation logistique infrastructures élevage
        aménagement territoire territoires climat apprentissage hydrocarbures chemins fer ferroviaires postes autoroutes transition écologique état vaccins vaccin produits biologiques
    """),
    heads=heads(
        company="""groupe société compagnie entreprise banque crédit laboratoire laboratoires usine constructeur
            group bank airlines airways motors holding industries pharma énergies énergie electric télécom
            telecom automobiles assurances assurance technologies corp corporation company biotech logistics
            chantiers systèmes caisse équipement equity motors foods software pharmaceuticals energies renewables minerals mining oil gas
            aerospace résidences hôtels finance gestion ingénierie travaux industrie capital partners ventures networks solutions
            services systems digital médias media distribution immobilier foncière transports fret cie frères fils metals métaux resources
            semiconductors robotics therapeutics genetics biosciences labs shipping lines petroleum petroleo astilleros chimie
            aéronautique aerostructures télécommunications négoce papeteries forges aciéries brasserie brasseries raffineries mines cimenterie
            ciments laiterie laiteries minoterie coopérative éditions presses studios productions films records satellite satellites
            fonderies verreries tanneries filatures vignobles domaines moteurs turbines batteries cathodes semences nutrition beauté cosmétiques
            luxe hôtellerie optique électronique informatique logiciels cloud bancaire crédits mutuelle mutuelles courtage holdings
            pictures enterprises entertainment television télévision baskets publishing interactive games air média auto mobility mobilité telecoms telco hospitality resorts hotels lab invest immo voyages croisières
            yachts naval aéro aero space rail ferroviaire motor trucks steel copper power solar solaire éolien wind hydrogen hydrogène fuels surgelés
            boissons brands retail stores diagnostics cosmetics textile textiles fashion joaillerie gaming data robotique
            aérospatiale participations patrimoine investissements investissement agro bio technology tech consulting conseils securities bancorp
            brouwerij banca banco ferrovia ferrovie cantieri officine acciaierie naviera construcciones electricidad energia
            ateliers houblonnerie fromagerie biscuiterie conserverie imprimerie papeterie scierie menuiserie minoteries tuilerie sucrerie cristallerie poterie faïencerie horlogerie compañía werke werft reederei brauerei stahlwerke maschinenbau scheepswerf rederij fabryka stocznia""",
        body="""régie ministère gouvernement parlement assemblée sénat conseil cour tribunal préfecture ambassade consulat
            commission comité agence direction autorité département mairie présidence chancellerie douma police
            armée marine douane trésor congrès office métropole municipalité assistance gendarmerie secrétariat délégation_ fonds élysée matignon quai kremlin""",
        organization="""association union fédération fondation institut université école ligue organisation alliance
            forum chambre club réseau consortium parti mouvement hôpital musée centre académie confédération
            syndicat collège communauté observatoire journal gazette dépêche courrier écho église cnrs inserm bourse presse quotidien hebdomadaire mensuel coordination collectif rassemblement coalition interprofession
            groupement amicale intersyndicale orchestre olympique racing fc afc coopératives mutualité croix-rouge comice conservatoire""",
        place="""ville province région district fleuve rivière île îles mer océan golfe baie lac mont montagne vallée
            port rue avenue boulevard place pont canal delta aéroport monts massif col désert détroit péninsule archipel cap château
            palais forêt comté gare chutes cordillère caldeira gave estuaire plateau isthme glacier cathédrale basilique abbaye
            république royaume empire principauté duché sultanat émirat territoire pays stade tour sierra cerro villa wilaya
            plaine vallon torrent lagune presqu'île golfes baies mers lacs""",
        void="""accord accords traité stratégie plan résolution loi journée semaine sommet conférence réunion salon
            exposition foire prix coupe championnat jeux guerre programme projet initiative protocole convention
            mémorandum déclaration constitution code décret directive règlement festival dialogue contrat rapport
            indice covid covid-19 pandémie table ronde fièvre virus maladie syndrome""",
    ),
    legal=words(
        "sa sas sarl sasu sca snc se nv bv ag gmbh plc ltd llc inc corp co jsc spa s.a eurl"
    ),
    says=words("""
        a est sera va ont sont était avait dit déclare annonce signe prévoit confirme indique précise affirme
        souligne estime explique ajoute compte veut doit peut fournira livrera produira investira acquiert rachète
        vend possède exploite emploie lance ouvre construit fabrique développe reste devient avait aura pourrait
        devrait serait assure rappelle espère regrette promet s'est
    """)
    | FIRM_VERBS,
    products=words("""
        vaccin vaccins médicament médicaments avion avions hélicoptère hélicoptères chasseur chasseurs missile missiles char
        chars smartphone téléphone téléphones berline camion camions réacteur réacteurs puce puces tablette
        satellite satellites fusée fusées drone drones locomotive locomotives tracteur tracteurs bus sous-marin
        sous-marins frégate frégates turbine turbines modèle modèles voiture voitures véhicule véhicules
        rafale train trains rame rames logiciel application turbopropulseur turbopropulseurs monocouloir monocouloirs gros-porteur
        gros-porteurs patrouilleur patrouilleurs corvette corvettes blindé blindés robot robots moteur moteurs processeur processeurs ordinateur
        ordinateurs paquebot paquebots méthanier méthaniers porte-conteneurs ferry ferries autobus tramway tramways autocar autocars utilitaire
        utilitaires radar radars lanceur lanceurs console collyre anticorps sérum antibiotique antibiotiques
    """),
    offices=words(
        "ministre secrétaire conseiller conseillère ambassadeur ambassadrice commissaire consul vice-ministre"
    ),
    apposed=heads(
        company="""importateur exportateur laiterie chaîne armateur brasserie aciérie raffineur négociant transporteur loueur promoteur
            industriel métallurgiste chimiste chocolatier verrier cimentier papetier pétrolier gazier minier électricien câblier hôtelier
            croisiériste voyagiste transitaire logisticien lunetier horloger joaillier fromager semencier meunier torréfacteur vigneron
            pharmacien droguiste biotech fintech pousse licorne plateforme éditrice productrice exploitante holding groupement coentreprise
            conglomérat consortium multinationale succursale studio agence-conseil courtier réassureur mutuelle
            néobanque télécom télécoms conserverie biscuiterie distillerie cidrerie détaillant grossiste
            constructrice fournisseuse fabricante leader rivale rival chantier gestionnaire maison régie coopérative enseigne géante cabinet société entreprise groupe constructeur compagnie banque startup start-up fabricant producteur
            laboratoire opérateur distributeur fournisseur assureur géant filiale équipementier avionneur éditeur
            exploitant énergéticien sidérurgiste brasseur firme fonds concurrent celle celui spécialiste
            sous-traitant armateur prestataire industriel équipementier""",
        body="ministère agence autorité régulateur",
        organization="""organisation association université institut syndicat journal ong fondation quotidien hebdomadaire mensuel
            magazine revue site club équipe fédération collectif parti lettre""",
        place="ville villes provinces départements communes villages îles ports province département commune région village district île port fleuve",
        product="classe modèle engin appareil navire blindé prototype moteur variété vaccin médicament avion hélicoptère missile smartphone modèle réacteur logiciel application satellite fusée antiviral antibiotique insuline marque",
    ),
    seats=words("ambassade consulat centre bureau mission"),
    seat_links=words("en à au"),
    generic=rx(r"^(?:groupe|societe|compagnie) (?=\w)"),
    heads_first=True,
    loose=True,
    sites=words(
        "mer lac océan baie golfe canal péninsule mont monts massif col désert détroit delta cap comté château chutes "
        "tour wilaya cathédrale plateau cordillère caldeira gave estuaire isthme glacier basilique abbaye gare boulevard rue avenue aéroport forêt îles"
    ),
    proper=words(
        "gouvernement police armée marine centre club direction comité fonds presse journal école collège "
        "département réseau mouvement église hôpital forum observatoire parti syndicat association union alliance "
        "coordination collectif rassemblement coalition interprofession groupement amicale fédération organisation communauté consortium quotidien hebdomadaire mensuel office présidence trésor autorité "
        "délégation institut secrétariat parlement douane ligue fondation musée orchestre métropole municipalité assistance gendarmerie"
    ),
)
