using System.Text.Json;
using MesoPen.Host.Calibration;

namespace MesoPen.Tests;

public sealed class CanonicalJsonTests
{
    // Aim: the examples of RFC 8785 (3.2.2 and 3.2.3) that hold no fraction come out as it says: names by UTF-16 units, strings with the least escaping.
    [Theory]
    [InlineData("""{"literals":[null,true,false],"string":"€$\u000F\nA'B\"\\\\\"/"}""", "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}")]
    [InlineData("""{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew","1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"Latin"}""", "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji\",\"\ufb33\":\"Hebrew\"}")]
    [InlineData(" [ 1 , -2,0 , [ ] , { } ] ", "[1,-2,0,[],{}]")]
    public void Form_is_that_of_the_rfc(string json, string canonical)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(canonical, CanonicalJson.Of(document.RootElement));
    }

    // Aim: what two programs could read differently is refused: fractions, numbers that a double does not hold, names twice, half a character.
    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("-0")]
    [InlineData("9007199254740992")]
    [InlineData("""{"a":1,"a":1}""")]
    public void What_could_be_read_in_two_ways_is_refused(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Throws<JsonException>(() => CanonicalJson.Of(document.RootElement));
    }
}
