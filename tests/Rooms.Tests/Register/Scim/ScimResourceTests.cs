using System.Text;
using System.Text.Json.Nodes;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>What of a user may be stored, and how it is written again.</summary>
public sealed class ScimResourceTests
{
    [Fact]
    public void Only_what_the_statement_names_is_read()
    {
        var user = Read("""
            {"userName":"aino.makela","externalId":"K-1","name":{"givenName":"Aino","familyName":"Mäkelä","middleName":"X"},"nickName":"Aikku","title":"Johtaja","userType":"Employee",
             "emails":[{"value":"koti@example.org","type":"home","primary":true},{"value":"aino@kuusisalmi.fi","type":"work"}],
             "phoneNumbers":[{"value":"09 000","type":"fax"},{"value":"040 123 4567","type":"mobile"}],
             "addresses":[{"type":"home","streetAddress":"Kotikatu 1"},{"type":"work","streetAddress":"Työkatu 2","postalCode":"21200","locality":"Raisio","country":"FI"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"7","department":"Kirjasto","manager":{"value":"x"}},"active":"False"}
            """).User!;

        Assert.Equal(new ScimUser("K-1", "aino.makela", false, "Aino", "Mäkelä", "aino@kuusisalmi.fi", "+358401234567", ScimPhone.Mobile, "Työkatu 2, 21200 Raisio", null, "Kirjasto"), user);
        Assert.Equal(ScimPlace.Department, user.Place);
    }

    [Theory]
    [InlineData("""[{"value":"040 123 4567","type":"mobile"},{"value":"02 1234567","type":"work"}]""", "+35821234567", ScimPhone.Work)]
    [InlineData("""[{"value":"tel:+358-40-1234567;ext=2"}]""", "+358401234567", ScimPhone.Work)]
    [InlineData("""[{"value":"0401234567","type":"home"}]""", null, ScimPhone.Work)]
    [InlineData("""[{"value":"soita vaihteeseen","type":"work"},{"value":"+358401234567","type":"mobile"}]""", "+358401234567", ScimPhone.Mobile)]
    [InlineData("""[]""", null, ScimPhone.Work)]
    [InlineData("null", null, ScimPhone.Work)]
    public void One_number_stands_on_the_card_and_it_is_no_private_one(string numbers, string? phone, ScimPhone which)
    {
        var user = Read($$"""{"userName":"a","displayName":"Aino Mäkelä","phoneNumbers":{{numbers}} }""").User!;
        Assert.Equal((phone, which), (user.Phone, user.PhoneFor));
    }

    [Theory]
    [InlineData("""{"name":{"givenName":"Aino","familyName":"Mäkelä"},"displayName":"Jotain Muuta"}""", "Aino", "Mäkelä")]
    [InlineData("""{"displayName":"Anna Liisa Mäkelä"}""", "Anna Liisa", "Mäkelä")]
    [InlineData("""{"name":{"formatted":"Aino Mäkelä"}}""", "Aino", "Mäkelä")]
    [InlineData("""{"displayName":"Kalle"}""", "", "Kalle")]
    [InlineData("""{"name":{"givenName":"Kalle"}}""", "", "Kalle")]
    public void A_name_is_found_where_it_stands(string said, string given, string family)
    {
        var user = Read(said.Insert(1, "\"userName\":\"a\",")).User!;
        Assert.Equal((given, family), (user.GivenName, user.FamilyName));
    }

    [Theory]
    [InlineData("""{"displayName":"Aino Mäkelä"}""")]
    [InlineData("""{"userName":"a b","displayName":"Aino Mäkelä"}""")]
    [InlineData("""{"userName":"a"}""")]
    [InlineData("""{"userName":"a","displayName":"Aino Mäkelä","emails":[{"value":"ei osoite","type":"work"}]}""")]
    [InlineData("""{"userName":"a","displayName":"Aino Mäkelä","active":"ehkä"}""")]
    [InlineData("""{"userName":{"a":1},"displayName":"Aino Mäkelä"}""")]
    public void What_cannot_stand_on_a_card_is_refused(string said) => Assert.Equal("invalidValue", Read(said).Error?.Type);

    [Theory]
    [InlineData("Nuorikkalankatu 5, 21200 Raisio", "Nuorikkalankatu 5", "21200", "Raisio")]
    [InlineData("Talo, 2. krs, 21200 Raisio", "Talo, 2. krs", "21200", "Raisio")]
    [InlineData("Nuorikkalankatu 5", "Nuorikkalankatu 5", null, null)]
    [InlineData("21200 Raisio", null, "21200", "Raisio")]
    [InlineData("21200", null, "21200", null)]
    [InlineData("Katu 1, Raisio", "Katu 1", null, "Raisio")]
    [InlineData("", "", null, null)]
    [InlineData("212001 Katu", "212001 Katu", null, null)]
    public void An_address_in_one_line_has_its_parts_and_is_the_same_line_again(string line, string? street, string? code, string? locality)
    {
        Assert.Equal(new WorkAddress(street, code, locality), WorkAddress.Of(line));
        Assert.Equal(line, WorkAddress.Of(line).ToString());
    }

    [Fact]
    public void Any_line_is_the_same_line_again()
    {
        var dice = new Random(3);
        string[] parts = ["Katu 1", "21200", "Raisio", ", ", " ", "2. krs", ",", "Ä"];
        for (var i = 0; i < 10_000; i++)
        {
            var line = string.Concat(Enumerable.Range(0, dice.Next(7)).Select(_ => parts[dice.Next(parts.Length)]));
            var again = WorkAddress.Of(line).ToString();
            if (!line.StartsWith(", ", StringComparison.Ordinal) && !line.EndsWith(", ", StringComparison.Ordinal)) Assert.Equal(line, again);
        }
    }

    [Theory]
    [InlineData("userName", null, """{"schemas":["s"],"id":"1","userName":"a"}""")]
    [InlineData("NAME.givenname,emails.value", null, """{"schemas":["s"],"id":"1","name":{"givenName":"A"},"emails":[{"value":"m"}]}""")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", null, """{"schemas":["s"],"id":"1","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"d"}}""")]
    [InlineData("nickName", null, """{"schemas":["s"],"id":"1"}""")]
    [InlineData(null, "id,userName,emails.type,name,urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", """{"schemas":["s"],"id":"1","emails":[{"value":"m"}]}""")]
    public void Only_what_is_wanted_is_written(string? only, string? without, string written)
    {
        var whole = ScimBody.Parse("""{"schemas":["s"],"id":"1","userName":"a","name":{"givenName":"A","familyName":"B"},"emails":[{"value":"m","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"d","organization":"o"}}"""u8).Body!;
        var picked = ScimChoice.Of(only, without)!.Of(whole);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(written), picked), picked.ToJsonString());
    }

    [Theory]
    [InlineData("[1]", "invalidSyntax")]
    [InlineData("{", "invalidSyntax")]
    [InlineData("""{"userName":"a","USERNAME":"b"}""", "invalidSyntax")]
    [InlineData("""{"name":{"givenName":"a","givenname":"b"}}""", "invalidSyntax")]
    public void What_is_no_object_with_each_name_once_is_refused(string json, string type) => Assert.Equal(type, ScimBody.Parse(Encoding.UTF8.GetBytes(json)).Error?.Type);

    [Theory]
    [InlineData(null, true)]
    [InlineData("*", true)]
    [InlineData("W/\"a\"", true)]
    [InlineData("\"a\"", true)]
    [InlineData("W/\"b\", W/\"a\"", true)]
    [InlineData("W/\"b\"", false)]
    public void A_tag_matches_with_or_without_its_mark(string? asked, bool match) => Assert.Equal(match, ScimTags.Match(asked, "W/\"a\""));

    private static (ScimUser? User, ScimError? Error) Read(string json) => UserJson.Read(ScimBody.Parse(Encoding.UTF8.GetBytes(json)).Body!);
}
