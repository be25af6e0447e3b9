using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Tupa.Tests;

/// <summary>What a made-up OneRoster 1.2 package is of. The same recipe always makes the same bytes.</summary>
/// <param name="People">Pupils and staff together.</param>
/// <param name="Left">How many of the last people have left since.</param>
/// <param name="Renamed">How many of the first people have another family name since.</param>
/// <param name="Year">The year in which the school year begins; pupils are in other classes each year.</param>
/// <param name="Forbidden">Puts <see cref="RosterMaker.Forbidden"/> into every file and column that may not be read.</param>
public sealed record RosterRecipe(int People, int Seed = 1, int Left = 0, int Renamed = 0, int Year = 2025, bool Forbidden = false);

/// <summary>Makes OneRoster packages: schools of 400, classes of 20, a teacher for twelve, teaching groups across classes.</summary>
public static class RosterMaker
{
    /// <summary>What must be found nowhere after a package has been read.</summary>
    public const string Forbidden = "EI-SAA-LUKEA-7319";

    private const int InSchool = 400;
    private const int InClass = 20;
    private const int GroupsEach = 3;
    private const int GroupsInSchool = 24;

    private static readonly string[] Given =
        ["Aino", "Börje", "Eero", "Elsa", "Hilja", "Ilmari", "Jelena", "Kaisa", "Lauri", "Maija", "Nils", "Oona", "Pekka", "Ritva", "Sanni", "Toivo", "Ulla", "Väinö", "Ylva", "Åke", "Äijö", "Öivind"];
    private static readonly string[] Family =
        ["Aalto", "Berg", "Dahl", "Eklund", "Forsström", "Hämäläinen", "Järvinen", "Korhonen", "Laine", "Mäkelä", "Nieminen", "Öhman", "Pöllönen", "Rantanen", "Šarić-Niemi", "Södergård", "Tuominen", "Virtanen", "Åkerlund", "Ylönen"];

    public static byte[] Make(RosterRecipe recipe)
    {
        using var packed = new MemoryStream();
        Write(recipe, packed);
        return packed.ToArray();
    }

    public static void Write(RosterRecipe recipe, Stream to)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Put(zip, "manifest.csv", Manifest(recipe));
        Put(zip, "academicSessions.csv", Sessions(recipe));
        Put(zip, "orgs.csv", Orgs(recipe));
        Put(zip, "courses.csv", ["sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes", $"kurssi,,,lv{recipe.Year},Opetus,,,kaupunki,,"]);
        Put(zip, "classes.csv", Classes(recipe));
        Put(zip, "users.csv", Users(recipe));
        Put(zip, "roles.csv", Roles(recipe));
        Put(zip, "enrollments.csv", Enrollments(recipe));
        if (!recipe.Forbidden) return;
        Put(zip, "demographics.csv", ["sourcedId,status,dateLastModified,birthDate,sex", $"{Forbidden},,,{Forbidden},{Forbidden}"]);
        Put(zip, "userProfiles.csv", ["sourcedId,status,dateLastModified,userSourcedId,profileType,vendorId,username,password", $"1,,,{Forbidden},{Forbidden},{Forbidden},{Forbidden},{Forbidden}"]);
        Put(zip, "results.csv", ["sourcedId,status,dateLastModified,score", $"1,,,{Forbidden}"]);
        Put(zip, "relationships.csv", ["userSourcedId,relationshipUserSourcedId", $"{Forbidden},{Forbidden}"]);
    }

    public static int Schools(int people) => Math.Max(1, (people + InSchool - 1) / InSchool);

    public static string Code(int school) => (10_000 + school).ToString(CultureInfo.InvariantCulture);

    /// <summary>Every twelfth person teaches, the first of each school leads it.</summary>
    public static bool IsStaff(int person) => person % InSchool % 12 == 0;

    public static string Key(int person) => $"h-{person:x8}-0000-4000-8000-{person:d12}";

    private static IEnumerable<string> Manifest(RosterRecipe recipe)
    {
        yield return "propertyName,value";
        yield return "manifest.version,1.0";
        yield return "oneroster.version,1.2";
        foreach (var file in new[] { "academicSessions", "classes", "courses", "enrollments", "orgs", "roles", "users" }) yield return $"file.{file},bulk";
        foreach (var file in new[] { "categories", "classResources", "courseResources", "lineItems", "resources" }) yield return $"file.{file},absent";
        foreach (var file in new[] { "demographics", "results", "userProfiles" }) yield return $"file.{file},{(recipe.Forbidden ? "bulk" : "absent")}";
        yield return "source.systemName,Keksitty";
    }

    private static IEnumerable<string> Sessions(RosterRecipe recipe)
    {
        yield return "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear";
        yield return $"lv{recipe.Year},,,Lukuvuosi,schoolYear,{recipe.Year}-08-08,{recipe.Year + 1}-06-01,,{recipe.Year + 1}";
    }

    private static IEnumerable<string> Orgs(RosterRecipe recipe)
    {
        yield return "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
        yield return "kaupunki,,,Raisio,district,680,";
        for (var school = 0; school < Schools(recipe.People); school++) yield return $"koulu{school},,,\"Koulu {school}, Raisio\",school,{Code(school)},kaupunki";
    }

    private static IEnumerable<string> Classes(RosterRecipe recipe)
    {
        yield return "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods";
        for (var school = 0; school < Schools(recipe.People); school++)
        {
            for (var one = 0; one < InSchool / InClass; one++) yield return $"lk-{school}-{one},,,{(one % 9) + 1}{(char)('A' + (one / 9))},,kurssi,,homeroom,,koulu{school},lv{recipe.Year},,,";
            for (var one = 0; one < GroupsInSchool; one++) yield return $"or-{school}-{one},,,Ryhmä {one},,kurssi,,scheduled,,koulu{school},lv{recipe.Year},,,";
        }
    }

    private static IEnumerable<string> Users(RosterRecipe recipe)
    {
        var secret = recipe.Forbidden ? Forbidden : "";
        yield return "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
            + "userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns,metadata.hetu";
        for (var person = 0; person < recipe.People - recipe.Left; person++)
        {
            var given = Given[Mix(recipe.Seed, person) % Given.Length];
            var family = person < recipe.Renamed ? "Vaihtanut" : Family[Mix(recipe.Seed + 1, person) % Family.Length];
            yield return $"{Key(person)},,,true,tunnus{person},{secret},{given},{family},{secret},{secret},h{person}@edu.example.fi,{secret},{secret},{secret},{secret},{secret},"
                + $"{secret},{secret},,{secret},,,{secret},{secret}";
        }
    }

    private static IEnumerable<string> Roles(RosterRecipe recipe)
    {
        yield return "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId";
        for (var person = 0; person < recipe.People - recipe.Left; person++)
        {
            var role = !IsStaff(person) ? "student" : person % InSchool == 0 ? "principal" : "teacher";
            yield return $"r{person},,,{Key(person)},primary,{role},,,koulu{person / InSchool},{(recipe.Forbidden ? Forbidden : "")}";
        }
    }

    private static IEnumerable<string> Enrollments(RosterRecipe recipe)
    {
        yield return "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate";
        for (var person = 0; person < recipe.People - recipe.Left; person++)
        {
            var school = person / InSchool;
            var role = IsStaff(person) ? "teacher" : "student";
            yield return $"e{person}-l,,,lk-{school}-{((person % InSchool / InClass) + recipe.Year) % (InSchool / InClass)},koulu{school},{Key(person)},{role},,,";
            for (var i = 0; i < GroupsEach; i++)
                yield return $"e{person}-{i},,,or-{school}-{((Mix(recipe.Seed + 2, person) % 8) + (i * 8)) % GroupsInSchool},koulu{school},{Key(person)},{role},,,";
        }
    }

    private static void Put(ZipArchive zip, string name, IEnumerable<string> lines)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var line in lines)
        {
            writer.Write(line);
            writer.Write("\r\n");
        }
    }

    private static int Mix(int seed, int number)
    {
        var x = ((uint)seed * 0x9E3779B9) ^ ((uint)number * 0x85EBCA6B);
        x = (x ^ (x >> 15)) * 0x2C1B3C6D;
        x = (x ^ (x >> 12)) * 0x297A2D39;
        return (int)((x ^ (x >> 15)) & 0x7FFFFFFF);
    }
}
