using System.Text;
using System.Text.Json.Nodes;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>PATCH with every form of path (RFC 7644, 3.5.2), and the forms that directories send besides.</summary>
public sealed class ScimPatchTests
{
    private const string Enterprise = ScimSchema.EnterpriseUrn;

    private const string Aino = $$"""
        {"id":"2819c223-7f76-453a-919d-413861904646","userName":"aino","active":true,"name":{"givenName":"Aino","familyName":"Mäkelä"},
         "emails":[{"value":"aino@kuusisalmi.fi","type":"work","primary":true},{"value":"aino@koti.example","type":"home"}],
         "{{Enterprise}}":{"department":"Kirjasto"} }
        """;

    private const string Choir = """{"id":"8e1c223f-7f76-453a-919d-413861904646","displayName":"Kuoro","members":[{"value":"a","type":"User"},{"value":"b","type":"User"},{"value":"c","type":"User"}]}""";

    public static TheoryData<string, string, string> Changes => new()
    {
        // Paths to simple, complex and extended attributes; verbs in any case.
        { """{"op":"replace","path":"userName","value":"uusi"}""", "userName", "\"uusi\"" },
        { """{"op":"Replace","path":"USERNAME","value":"uusi"}""", "userName", "\"uusi\"" },
        { """{"op":"ADD","path":"externalId","value":"K-1"}""", "externalId", "\"K-1\"" },
        { """{"op":"replace","path":"name.givenName","value":"Aini"}""", "name", """{"givenName":"Aini","familyName":"Mäkelä"}""" },
        { """{"op":"replace","path":"name","value":{"givenName":"Aini"}}""", "name", """{"givenName":"Aini","familyName":"Mäkelä"}""" },
        { """{"op":"remove","path":"name.givenName"}""", "name", """{"familyName":"Mäkelä"}""" },
        { """{"op":"remove","path":"emails"}""", "emails", "null" },
        { """{"op":"replace","path":"active","value":"False"}""", "active", "\"False\"" },
        { """{"op":"replace","path":"externalId","value":null}""", "externalId", "null" },
        { $$"""{"op":"replace","path":"{{Enterprise}}:department","value":"Museo"}""", Enterprise, """{"department":"Museo"}""" },
        { $$"""{"op":"remove","path":"{{Enterprise}}:department"}""", Enterprise, "{}" },
        { $$"""{"op":"remove","path":"{{Enterprise}}"}""", Enterprise, "null" },
        { $$"""{"op":"add","path":"{{Enterprise}}","value":{"organization":"Kaupunki"} }""", Enterprise, """{"department":"Kirjasto","organization":"Kaupunki"}""" },
        { """{"op":"replace","path":"urn:ietf:params:scim:schemas:core:2.0:User:userName","value":"uusi"}""", "userName", "\"uusi\"" },

        // Elements of a multi-valued attribute.
        { """{"op":"replace","path":"emails[type eq \"work\"].value","value":"a@b.fi"}""", "emails", """[{"value":"a@b.fi","type":"work","primary":true},{"value":"aino@koti.example","type":"home"}]""" },
        { """{"op":"remove","path":"emails[type eq \"home\"]"}""", "emails", """[{"value":"aino@kuusisalmi.fi","type":"work","primary":true}]""" },
        { """{"op":"remove","path":"emails[type eq \"work\"].primary"}""", "emails", """[{"value":"aino@kuusisalmi.fi","type":"work"},{"value":"aino@koti.example","type":"home"}]""" },
        { """{"op":"remove","path":"emails[type eq \"other\"]"}""", "emails", """[{"value":"aino@kuusisalmi.fi","type":"work","primary":true},{"value":"aino@koti.example","type":"home"}]""" },
        { """{"op":"add","path":"emails[type eq \"other\"].value","value":"a@b.fi"}""", "emails", """[{"value":"aino@kuusisalmi.fi","type":"work","primary":true},{"value":"aino@koti.example","type":"home"},{"type":"other","value":"a@b.fi"}]""" },
        { """{"op":"Replace","path":"phoneNumbers[type eq \"mobile\"].value","value":"+358401234567"}""", "phoneNumbers", """[{"type":"mobile","value":"+358401234567"}]""" },
        { """{"op":"add","path":"emails","value":{"value":"a@b.fi","type":"other","primary":true}}""", "emails", """[{"value":"aino@kuusisalmi.fi","type":"work","primary":false},{"value":"aino@koti.example","type":"home"},{"value":"a@b.fi","type":"other","primary":true}]""" },
        { """{"op":"add","path":"emails","value":[{"value":"aino@koti.example","type":"home"}]}""", "emails", """[{"value":"aino@kuusisalmi.fi","type":"work","primary":true},{"value":"aino@koti.example","type":"home"}]""" },
        { """{"op":"replace","path":"emails","value":[{"value":"a@b.fi","type":"work"}]}""", "emails", """[{"value":"a@b.fi","type":"work"}]""" },
        { """{"op":"add","path":"addresses[type eq \"work\"].locality","value":"Raisio"}""", "addresses", """[{"type":"work","locality":"Raisio"}]""" },
        { """{"op":"add","path":"roles[primary eq \"True\"].value","value":"x"}""", "roles", """[{"primary":"True","value":"x"}]""" },

        // No path: the value names its own.
        { """{"op":"replace","value":{"active":false}}""", "active", "false" },
        { """{"op":"Replace","value":{"name.givenName":"Aini","name.familyName":"Salo"}}""", "name", """{"givenName":"Aini","familyName":"Salo"}""" },
        { $$"""{"op":"replace","value":{"{{Enterprise}}:department":"Museo"} }""", Enterprise, """{"department":"Museo"}""" },
        { $$"""{"op":"add","value":{"{{Enterprise}}":{"department":"Museo","manager":{"value":"x"} } } }""", Enterprise, """{"department":"Museo","manager":{"value":"x"}}""" },
        { """{"op":"add","value":{"emails[type eq \"work\"].value":"a@b.fi"}}""", "emails", """[{"value":"a@b.fi","type":"work","primary":true},{"value":"aino@koti.example","type":"home"}]""" },
        { """{"op":"replace","value":{"id":"2819c223-7f76-453a-919d-413861904646","userName":"uusi"}}""", "userName", "\"uusi\"" },
    };

    public static TheoryData<string, string> Members => new()
    {
        { """{"op":"Remove","path":"members","value":[{"value":"b"}]}""", "a c" },
        { """{"op":"Remove","path":"members","value":[{"value":"b"},{"value":"C","$ref":null}]}""", "a" },
        { """{"op":"remove","path":"members[value eq \"b\"]"}""", "a c" },
        { """{"op":"remove","path":"members"}""", "" },
        { """{"op":"Add","path":"members","value":[{"value":"d","$ref":null},{"value":"a"}]}""", "a b c d" },
        { """{"op":"add","value":{"members":[{"value":"d"}]}}""", "a b c d" },
        { """{"op":"replace","path":"members","value":[{"value":"x"}]}""", "x" },
        { """{"op":"add","path":"members","value":{"value":"d"}}""", "a b c d" },
        { """{"op":"replace","value":{"id":"8e1c223f-7f76-453a-919d-413861904646","displayName":"Uusi"}}""", "a b c" },
    };

    public static TheoryData<string, string?> Wrong => new()
    {
        { """{"op":"move","path":"userName","value":"a"}""", "invalidSyntax" },
        { """{"op":"remove"}""", "noTarget" },
        { """{"op":"replace","path":"userName"}""", "invalidValue" },
        { """{"op":"replace","path":"emails[type eq","value":"a"}""", "invalidPath" },
        { """{"op":"replace","path":"a.b.c","value":"a"}""", "invalidPath" },
        { """{"op":"replace","path":"emails[type co \"x\"].value","value":"a"}""", "noTarget" },
        { """{"op":"replace","path":"id","value":"2819c223-0000-453a-919d-413861904646"}""", "mutability" },
        { """{"op":"remove","path":"id"}""", "mutability" },
        { """{"op":"add","value":"text"}""", "invalidValue" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void A_change_goes_where_its_path_leads(string operation, string attribute, string becomes)
    {
        var user = Parsed(Aino);
        Assert.Null(Patch(operation).Apply(user, ScimSchema.User));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(becomes), user[attribute]), $"{attribute} is {user[attribute]?.ToJsonString(ScimJson.Plain)}");
    }

    [Theory, MemberData(nameof(Members))]
    public void Members_come_and_go_in_every_form(string operation, string members)
    {
        var group = Parsed(Choir);
        Assert.Null(Patch(operation).Apply(group, ScimSchema.Group));
        Assert.Equal(members, string.Join(' ', (group["members"] as JsonArray ?? []).Select(m => m!["value"]!.GetValue<string>())));
    }

    [Theory, MemberData(nameof(Wrong))]
    public void What_cannot_be_done_says_so(string operation, string? type)
    {
        var (patch, error) = ScimPatch.Read(Parsed($$"""{"Operations":[{{operation}}]}"""));
        Assert.Equal(type, (error ?? patch!.Apply(Parsed(Aino), ScimSchema.User))?.Type);
    }

    [Fact]
    public void Operations_follow_one_another()
    {
        var user = Parsed(Aino);
        Assert.Null(Patch("""{"op":"add","path":"externalId","value":"1"},{"op":"replace","path":"externalId","value":"2"},{"op":"remove","path":"emails"},{"op":"add","path":"emails","value":[{"value":"a@b.fi"}]}""").Apply(user, ScimSchema.User));
        Assert.Equal("2", user["externalId"]!.GetValue<string>());
        Assert.Single((JsonArray)user["emails"]!);
    }

    [Fact]
    public void Thousands_of_members_are_added_in_one_go()
    {
        var group = Parsed(Choir);
        var many = string.Join(',', Enumerable.Range(0, 5_000).Select(n => $$"""{"value":"m{{n}}"}"""));
        Assert.Null(Patch($$"""{"op":"add","path":"members","value":[{{many}}]}""").Apply(group, ScimSchema.Group));
        Assert.Equal(5_003, ((JsonArray)group["members"]!).Count);
    }

    private static ScimPatch Patch(string operations)
    {
        var (patch, error) = ScimPatch.Read(Parsed($$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{{operations}}]}"""));
        Assert.Null(error);
        return patch!;
    }

    private static JsonObject Parsed(string json) => ScimBody.Parse(Encoding.UTF8.GetBytes(json)).Body!;
}
