"""French: nouns and verbs that tell what the name beside them is."""

from ingestd.extraction.languages.pack import words

CALLINGS = words("""
    acteur actrice comédien comédienne chanteur chanteuse musicien musicienne compositeur compositrice pianiste
    violoniste guitariste batteur rappeur rappeuse danseur danseuse chorégraphe cinéaste réalisateur réalisatrice
    scénariste producteur productrice metteur écrivain écrivaine romancier romancière poète poétesse dramaturge
    philosophe essayiste historien historienne sociologue anthropologue archéologue géographe linguiste
    psychologue psychiatre psychanalyste théologien mathématicien mathématicienne physicien physicienne chimiste
    biologiste botaniste zoologiste géologue astronome médecin chirurgien chirurgienne infirmier infirmière
    pharmacien pharmacienne virologue épidémiologiste chercheur chercheuse enseignant enseignante professeur
    professeure instituteur institutrice étudiant étudiante architecte urbaniste paysagiste peintre sculpteur
    sculptrice graveur dessinateur dessinatrice illustrateur photographe styliste couturier couturière journaliste
    reporter chroniqueur chroniqueuse éditorialiste présentateur présentatrice animateur animatrice humoriste
    blogueur agriculteur agricultrice éleveur éleveuse viticulteur viticultrice maraîcher pêcheur boulanger
    restaurateur restauratrice cuisinier cuisinière libraire imprimeur artisan sélectionneur sélectionneuse
    entrepreneur entrepreneuse homme femme milliardaire industriel banquier banquière courtier négociant
    négociante marchand explorateur navigateur navigatrice aventurier alpiniste skieur skieuse coureur coureuse
    cycliste nageur nageuse sprinteur sprinteuse athlète biathlète boxeur boxeuse lutteur judoka escrimeur
    footballeur footballeuse basketteur rugbyman tennisman joueur joueuse gardien défenseur attaquant milieu
    ailier buteur capitaine pilote compatriote coéquipier coéquipière partenaire rival
    empereur impératrice pape évêque archevêque cardinal abbé saint sainte duc duchesse comte comtesse baron baronne
    marquis marquise seigneur chevalier tsar sultan émir dauphin infante amiral contre-amiral vice-amiral
    maréchal lieutenant sergent commandant bourgmestre échevin échevine syndicaliste militant militante opposant
    opposante résistant résistante dissident dissidente avocat notaire magistrat magistrate greffier huissier
    docker mineur mineuse planteur planteuse routier chauffeur chauffeuse ouvrier ouvrière soudeur mécanicien mécanicienne
    technicien technicienne caissier caissière vendeur vendeuse coiffeur coiffeuse fermier fermière berger bergère apiculteur apicultrice
    sommelier pâtissier boucher menuisier charpentier maçon plombier électricienne couvreur gendarme policier policière pompier
    lycéen lycéenne retraité retraitée riverain riveraine conducteur conductrice marin géologue hydrologue climatologue
    époux épouse mari fils fille frère sœur père mère neveu nièce oncle tante cousin cousine veuve beau-frère beau-père
    ami amie élève disciple collègue confrère prédécesseur successeur héritier assistant assistante
    personnage héros héroïne détective espion astronaute cosmonaute spationaute spécialiste expert experte
""")
"""What people are called by: what they do, whose they are."""

KINDRED = words("""
    compatriote coéquipier coéquipière partenaire rival époux épouse mari fils fille frère sœur père mère neveu nièce oncle tante cousin
    cousine veuve beau-frère beau-père ami amie élève disciple collègue confrère prédécesseur successeur héritier
    homme femme personnage héros héroïne saint sainte milieu spécialiste
""")
"""Callings that are no posts."""

LOCAL_NOUNS = words("""
    nord sud est ouest nord-est nord-ouest sud-est sud-ouest ville villes banlieue banlieues région centre bord bords
    rive rives côte côtes littoral habitants habitant maire mairie municipalité agglomération métropole commune quartier
    environs alentours capitale village hameau bourg gare aéroport plage district canton vallée population
    préfecture évêque évêché archevêque diocèse roi reine royaume duc duché comte comté comtesse seigneur seigneurie marquis
    lycée procureur périphérie sortie route autoroute originaire originaires natif native proche près loin autour
    voisine voisin cathédrale château abbaye forêt parc bataille siège traité paroisse arrondissement
    département province territoire péninsule île îles archipel plateau plaine pays peuple frontière frontières
    intérieur ouest sites port ports rade barrage gisement mine mines carrière carrières entrepôt vignobles
    vignoble vin rues rue hauteurs collines colline pont viaduc prison camp fort citadelle zone métro tramway
    estuaire golfe baie bourgmestre gouverneur préfet préfète consulat ambassade monts massif venant venu venus venue
    arrivé arrivée départ direction proximité hauteur bourse foire salon
""")
"""Nouns of places: "le nord de X", "les habitants de X"."""

HUMAN_NOUNS = words("""
    mère père sœur frère fils fille neveu nièce épouse époux femme mari veuve cousin cousine mort vie poème poèmes
    tombe tombeau émissaire émissaires conquête conquêtes élève mémoires règne rôle meurtre assassinat procès portrait
    statue théorie philosophie pensée disciple disciples commandement personne voix biographie mariage naissance
    enfance jeunesse héritier successeur compagnon compagne ami amis amie collaborateur talent œuvre œuvres écrits
    pièce pièces roman romans film films tableau tableaux chanson chansons traité personnage surnom amour amant
    maîtresse complice lieutenant second côtés faveur victoire corps visage sculptures toiles oncle tante parents
    enfants entourage pseudonyme nom visite discours
""")
"""Nouns of persons: "la mère de X", "les poèmes de X"."""

FIRM_NOUNS = words("""
    rachat acquisition cession filiale filiales action actions titre cours capital parts participation dirigeant
    dirigeants pdg patron patronne salarié salariés salariée employés fondateur fondatrice porte-parole usine usines
    bénéfice bénéfices résultats ventes chiffre clients client concurrent concurrents concurrente offre produits actionnaire
    actionnaires analystes analyste maison-mère marque marques technologie technologies brevets activités
    branche division siège bilan stratégie directoire conseil ateliers laboratoires boutiques magasins abonnés
    flotte avions véhicules plateforme logiciel logiciels catalogue introduction entrée cotation licence
    ingénieurs ouvriers fusion alliance chantier chantiers données serveurs commande commandes
""")
"""Nouns of firms: "le rachat de X", "les actions de X"."""

GIVING = words("""
    vend vendre vendu vendue vendra cède céder cédé cédée cédées cédés cédera accorde accordé accorder accordera accordée octroie octroyé confie
    confié confiée confiés confier livre livrer livré livrée livrera livreront fournit fournir fourni fournira fourniront attribue
    attribué attribuée appartient appartiennent appartenant appartenait destiné destinée destinés destinées face
    grâce quant rapport associe associé associer allie allié allier alliés concédé concède concéder transfère transféré
    transférer transférera loue loué louer prête prêté prêter achète acheté acheter commande commandé commander commandés reproche reprochent verse
    versé verser versera oppose opposé opposant propose proposé permet permettra permis demande demandé doit devra donne donné
    donner remet remis remettra offre offert offerte succède succédé succéder répond répondu ressemble hommage référence
    suite préféré comparé semblable similaire confrontée confronté réclame impose imposé due dû adresse adressé
    échoué consenti consent garantit revient conteste dédié dédiée consacré consacrée mariée marié
    lié liée liés liées pense croit identique rachète racheté racheter reviendra ira échoit échoira revenu revenue incombe incombera
    incombent reviendront
""")
"""Words whose "à" leads to somebody, not to somewhere."""

LEADERS = words("""
    directeur directrice président présidente pdg dg patron patronne fondateur fondatrice cofondateur cofondatrice dirigeant
    dirigeante gérant gérante porte-parole salarié salariée salariés cadre cadres administrateur administratrice actionnaire
    analyste analystes économiste employé employés ingénieur ingénieurs responsable délégué déléguée trésorier numéro
""")
"""Those whom firms have: "le directeur commercial de X"."""

FIRM_VERBS = words("""
    signe signent négocie négocient exploite exploitent emploie emploient livrera livreront fournira fourniront
    fabrique fabriquent commercialise commercialisent distribue construira rachète rachètent rachètera acquiert cède
    vend investit investira investiront détient contrôle possède gère équipe
    produira produit lance lancera ouvrira fermera supprime supprimera embauche embauchera recrute recrutera annonce
    annoncent dévoile lève prévoit vise table cotera reprendra reprend démentit dément commande commandera conçoit assemble
    assemblera transporte compte finance financera prêtera accorde concède résilie
    revendique réalise affiche publie enregistre
""")
"""What firms do."""

FIRM_DEEDS = words("""
    signé conclu négocié racheté acquis cédé vendu investi lancé livré fourni annoncé indiqué embauché supprimé
    commercialisé réalisé publié dégagé enregistré démenti levé remporté décroché obtenu commandé confié concédé
    accordé prêté financé résilié finalisé bouclé dévoilé perdu entamé exporté produit fabriqué renoncé saisi paraphé
    gagné transféré retenu choisi
""")
"""What firms have done, behind "a" or "ont"."""

HUMAN_VERBS = words("""
    naît meurt épouse joue chante écrit compose peint étudie enseigne remporte bat affronte devient interprète incarne
    réalise rejoint quitte tue marie remarie sculpte court nage participe termine retrouve décède grandit apprend
    dit explique raconte estime répond ajoute déclare pense croit découvre tombe aime rencontre
    démissionne milite plaisante ironise résume tempère rappelle souligne assure précise regrette
    mourut naquit épousa écrivit devint
""")
"""What persons do."""

MADE_BY = words("""
    réalisé réalisée réalisés composé composée composés écrit écrite écrits interprété interprétée joué jouée chanté
    chantée peint dirigé dirigée battu battue éliminé éliminée remplacé remplacée créé créée incarné incarnée
    devancé devancée entraîné tué tuée assassiné assassinée élu épousé inspiré inspirée présidé présidée mené menée
    découvert découverte décrit décrite traduit traduite sculpté illustré illustrée présenté présentée nommé
""")
"""What persons have made, or suffered from persons: "réalisé par X"."""

FIRMS_WORK = words("""
    racheté rachetée rachetés acquis acquise fabriqué fabriquée fabriqués fabriquées exploité exploitée détenu détenue
    détenus détenues développé développée produit produite produits produites financé financée contrôlé contrôlée
    géré gérée édité éditée construit construite construits fourni fournie fournis livré livrée livrés signé signée
    repris reprise commercialisé commercialisée distribué distribuée conçu conçue conçus annoncé annoncée
    loué louée loués louées prêté prêtée prêtés prêtées vendu vendue vendus vendues cédé cédée cédés confié confiée accordé accordée
    versé versée offert offerte offerts commandée commandées financés entretenu entretenue assuré assurée
    commandé commandés opéré opérée approvisionné absorbé absorbée
""")
"""What firms have made or bought: "racheté par X"."""

WORKS = words("""
    film films album albums roman romans série séries livre livres chanson chansons opéra pièce essai nouvelle
    poème recueil jeu titre single émission documentaire tableau toile sculpture intitulé intitulée intitulés bande
    comédie tragédie symphonie ballet épisode clip trilogie saga manga feuilleton pamphlet
""")
"""Works, whose titles are no names of anybody."""

GROUNDS = words("""
    mountain mountains ridge highway road street hall castle beach springs river lake lakes island islands park hills
    bay coast valley station square bridge creek falls peak avenue boulevard tower airport county harbour harbor
    desert canyon forest reef cape trail glacier plaza palace cathedral abbey airfield stadium arena center centre
""")
"""What names of places end in, in English too."""

SUPPOSED_FIRM = words("""
    entreprise entreprises société sociétés groupe groupes banque millions milliards euros dollars contrat contrats pdg usine usines
    industriel filiale marché investissement actionnaires accord chiffre salariés amende prix concurrence chaîne distributeur
    producteur fournisseur fonds client clients vente ventes commande livraison constructeur opérateur coopérative coentreprise
    production négociations vend achète bénéfice bourse enseigne magasins
    partenariat partenariats alliance licence fusion acquisition rachat cession prêt crédit financement levée participation actionnaire
    fournisseurs livraisons fourniture appel coentreprises partenaires partenaire protocole filiales rachète acquiert cède signé conclu
    tonnes mégawatts exemplaires dettes dette fabricant éditeur startup start-up opérateurs constructeurs brevets brevet
    sponsor sponsoring parrainage mécénat escarcelle giron rapprochement discussions pourparlers assureurs banques compagnies industriels laboratoires coopératives
    chantier approvisionnement sous-traitance investisseurs investissements concession distribution commercialisation
""")
"""Words of business: where they stand, a bare name is rather a firm's."""
