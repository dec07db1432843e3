using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;

namespace MesoPen.Tests;

public sealed class SessionEndpointsTests
{
    private const string Own = "my own long password";

    private static readonly HttpMethod Get = HttpMethod.Get;
    private static readonly HttpMethod Post = HttpMethod.Post;

    // Aim: from setting up a site to work: the one-time code lets in, allows nothing but changing it, and then no longer counts.
    [Fact]
    public async Task The_setup_code_must_be_changed_before_anything_else_and_works_once()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        string code = Passwords.OneTime();
        await clinic.DoAsync((state, who) => AccountRules.SetUp(
            state, "Clinic One", new AddPerson("ada", "Ada Admin", [Role.Administrator]), Passwords.Hash(code), who));
        using HttpClient first = await clinic.BrowserAsync("ada", code);

        Assert.True((bool)(await first.JsonAsync(Get, "/api/v1/session"))["must_change_password"]!);
        Assert.Equal("403 password-change-needed", await first.KindAsync(Get, "/api/v1/people"));
        Assert.Equal("403 password-wrong", await first.KindAsync(Post, "/api/v1/session/password", new { old = "something else entirely", @new = Own }));
        Assert.Equal("422 password-unfit", await first.KindAsync(Post, "/api/v1/session/password", new { old = code, @new = "ada is the name here" }));
        Assert.Equal("422 password-unfit", await first.KindAsync(Post, "/api/v1/session/password", new { old = code, @new = code }));
        Assert.Equal("204", await first.KindAsync(Post, "/api/v1/session/password", new { old = code, @new = Own }));
        Assert.Equal("401 not-signed-in", await first.KindAsync(Get, "/api/v1/session"));
        Assert.Equal("401 sign-in-refused", await first.KindAsync(Post, "/api/v1/session", new { person_id = "ada", password = code }));
        using HttpClient own = await clinic.BrowserAsync("ada", Own);
        Assert.Equal("200", await own.KindAsync(Get, "/api/v1/people"));
    }

    // Aim: a one-time password that nobody used in time does not count.
    [Fact]
    public async Task A_one_time_password_expires()
    {
        ClinicClock clock = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(clock: clock);
        string code = Passwords.OneTime();
        await clinic.DoAsync((state, who) => AccountRules.SetUp(
            state, "Clinic One", new AddPerson("ada", "Ada Admin", [Role.Administrator]), Passwords.Hash(code), who));
        clock.Pass(TimeSpan.FromHours(73));
        using HttpClient late = clinic.Anonymous();

        Assert.Equal("401 sign-in-refused", await late.KindAsync(Post, "/api/v1/session", new { person_id = "ada", password = code }));
    }

    // Aim: the cookie cannot be read by scripts nor sent from other sites, and its secret is in no row of the journal.
    [Fact]
    public async Task The_cookie_is_for_the_browser_alone_and_only_its_hash_is_kept()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        using HttpResponseMessage answer = await client.AskAsync(Post, "/api/v1/session", new { person_id = "clinician", password = ServedClinic.Password });
        string cookie = answer.Headers.GetValues("Set-Cookie").Single();
        string secret = cookie.Split('=', ';')[1];

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(64, secret.Length);
        foreach (JournalRow row in await clinic.Journal.ReadAsync(0, 1000, default))
        {
            Assert.DoesNotContain(secret, row.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(ServedClinic.Password, row.Body, StringComparison.Ordinal);
        }
    }

    // Aim: a cookie alone changes nothing: the header that only this site's pages know must come along, and no other site may be the origin.
    [Fact]
    public async Task A_change_by_cookie_needs_the_header_and_comes_from_this_site()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient browser = await clinic.BrowserAsync(Role.Administrator);
        object person = new { person_id = "bob", name = "Bob", roles = new[] { "auditor" } };
        string header = browser.DefaultRequestHeaders.GetValues("Anti-Forgery").Single();
        string own = clinic.Address.GetLeftPart(UriPartial.Authority);
        long before = (await clinic.Desk.ReadAsync()).LastSequence;

        Assert.Equal("403 cross-site", await browser.KindAsync(Post, "/api/v1/people", person, ("Origin", "https://elsewhere.example")));
        Assert.Equal("403 cross-site", await browser.KindAsync(Post, "/api/v1/people", person, ("Origin", "null")));
        Assert.Equal("403 cross-site", await browser.KindAsync(Post, "/api/v1/people", person, ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal("403 cross-site", await browser.KindAsync(Post, "/api/v1/people", person, ("Sec-Fetch-Site", "same-site")));
        browser.DefaultRequestHeaders.Remove("Anti-Forgery");
        Assert.Equal("403 cross-site", await browser.KindAsync(Post, "/api/v1/people", person));
        Assert.Equal("403 cross-site", await browser.KindAsync(Post, "/api/v1/people", person, ("Anti-Forgery", header.Replace(header[0], 'x'))));
        Assert.Equal(before, (await clinic.Desk.ReadAsync()).LastSequence);
        Assert.Equal("201", await browser.KindAsync(Post, "/api/v1/people", person, ("Anti-Forgery", header), ("Origin", own), ("Sec-Fetch-Site", "same-origin")));
    }

    // Aim: another site cannot sign a browser in under a name of its choosing.
    [Fact]
    public async Task Signing_in_from_another_site_is_refused()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient known = await clinic.ClientAsync(Role.Clinician);
        using HttpClient browser = clinic.Anonymous();
        object signIn = new { person_id = "clinician", password = ServedClinic.Password };

        Assert.Equal("403 cross-site", await browser.KindAsync(Post, "/api/v1/session", signIn, ("Origin", "https://elsewhere.example")));
        Assert.Equal("200", await browser.KindAsync(Post, "/api/v1/session", signIn));
    }

    // Aim: the fifth wrong password locks, the right one does not help while the lock lasts, tries do not prolong it, and after it one may come in.
    [Fact]
    public async Task Wrong_passwords_lock_the_account_for_a_stated_time()
    {
        ClinicClock clock = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(clock: clock);
        using HttpClient known = await clinic.ClientAsync(Role.Clinician);
        using HttpClient browser = clinic.Anonymous();
        object wrong = new { person_id = "clinician", password = "not the right password" };
        object right = new { person_id = "clinician", password = ServedClinic.Password };
        for (int time = 0; time < 4; time++)
        {
            Assert.Equal("401 sign-in-refused", await browser.KindAsync(Post, "/api/v1/session", wrong));
        }

        Assert.Equal("200", await browser.KindAsync(Post, "/api/v1/session", right));
        for (int time = 0; time < 5; time++)
        {
            Assert.Equal("401 sign-in-refused", await browser.KindAsync(Post, "/api/v1/session", wrong));
        }

        Assert.Equal("401 sign-in-refused", await browser.KindAsync(Post, "/api/v1/session", right));
        clock.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal("401 sign-in-refused", await browser.KindAsync(Post, "/api/v1/session", wrong));
        clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("200", await browser.KindAsync(Post, "/api/v1/session", right));
    }

    // Aim: a wrong password with a signature counts too, and an administrator can end the lock.
    [Fact]
    public async Task Wrong_passwords_of_signatures_count_and_an_administrator_unlocks()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        using HttpClient admin = await clinic.ClientAsync(Role.Administrator);
        object asked = new { name = "script", roles = new[] { "clinician" }, days = 1 };
        (string, string) wrong = ("Signing-Password", Convert.ToBase64String("wrong"u8));
        (string, string) right = ("Signing-Password", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(ServedClinic.Password)));
        Assert.Equal("403 fresh-sign-in-needed", await client.KindAsync(Post, "/api/v1/tokens", asked));
        Assert.Equal("422 invalid", await client.KindAsync(Post, "/api/v1/tokens", asked, ("Signing-Password", "not base64")));
        for (int time = 0; time < 5; time++)
        {
            Assert.Equal("403 password-wrong", await client.KindAsync(Post, "/api/v1/tokens", asked, wrong));
        }

        Assert.Equal("403 locked", await client.KindAsync(Post, "/api/v1/tokens", asked, right));
        Assert.Equal("200", await admin.KindAsync(Post, "/api/v1/people/clinician/unlock"));
        Assert.Equal("201", await client.KindAsync(Post, "/api/v1/tokens", asked, right));
    }

    // Aim: a name that is nobody's gets the same answer as a wrong password, is written without the name, and costs the same order of time.
    [Fact]
    public async Task A_name_that_is_nobodys_cannot_be_told_from_a_wrong_password()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        string hash = Passwords.Hash(Own);
        await clinic.DoAsync((_, _) => Decision.Accept(
            "ada", new PersonAdded("setup", "ada", "Ada", Role.Auditor), new PasswordSet("setup", "ada", hash, InitialUntil: null)));
        using HttpClient browser = clinic.Anonymous();
        string[] answers = new string[2];
        TimeSpan[] least = [TimeSpan.MaxValue, TimeSpan.MaxValue];
        for (int time = 0; time < 3; time++)
        {
            foreach ((int place, string name) in new[] { "ada", "my-own-password" }.Index())
            {
                long began = TimeProvider.System.GetTimestamp();
                using HttpResponseMessage answer = await browser.AskAsync(Post, "/api/v1/session", new { person_id = name, password = "wrong" });
                TimeSpan took = TimeProvider.System.GetElapsedTime(began);
                least[place] = took < least[place] ? took : least[place];
                JsonObject problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
                problem.Remove("trace_id");
                answers[place] = problem.ToJsonString();
            }
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.InRange(least[1] / least[0], 0.5, 2.0);
        IReadOnlyList<JournalRow> rows = await clinic.Journal.ReadAsync(0, 100, default);
        Assert.Equal(6, rows.Count(row => row.Kind == "sign-in-failed"));
        Assert.DoesNotContain(rows, row => row.Body.Contains("my-own-password", StringComparison.Ordinal) || row.Stream.Contains("my-own", StringComparison.Ordinal));
    }

    // Aim: who guesses with many requests at once gets no more guesses than one after the other.
    [Fact]
    public async Task Guesses_at_once_are_no_more_than_guesses_in_turn()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient known = await clinic.ClientAsync(Role.Clinician);
        using HttpClient browser = clinic.Anonymous();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(guess =>
            browser.KindAsync(Post, "/api/v1/session", new { person_id = "clinician", password = $"guess number {guess}" })));

        Assert.Equal("401 sign-in-refused", await browser.KindAsync(Post, "/api/v1/session", new { person_id = "clinician", password = ServedClinic.Password }));
    }

    // Aim: a sign-in ends by signing out, everywhere, by its time, and with the person's account.
    [Fact]
    public async Task Sign_ins_end()
    {
        ClinicClock clock = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(clock: clock);
        using HttpClient one = await clinic.BrowserAsync(Role.Clinician);
        using HttpClient two = await clinic.BrowserAsync("clinician", ServedClinic.Password);
        Assert.Equal("204", await one.KindAsync(HttpMethod.Delete, "/api/v1/session"));
        Assert.Equal("401 not-signed-in", await one.KindAsync(Get, "/api/v1/session"));
        Assert.Equal("200", await two.KindAsync(Get, "/api/v1/session"));

        using HttpClient three = await clinic.BrowserAsync("clinician", ServedClinic.Password);
        Assert.Equal("200", await three.KindAsync(Post, "/api/v1/session/sign-out-everywhere"));
        Assert.Equal("401 not-signed-in", await two.KindAsync(Get, "/api/v1/session"));

        using HttpClient four = await clinic.BrowserAsync("clinician", ServedClinic.Password);
        clock.Pass(TimeSpan.FromHours(10));
        Assert.Equal("401 not-signed-in", await four.KindAsync(Get, "/api/v1/session"));

        using HttpClient five = await clinic.BrowserAsync("clinician", ServedClinic.Password);
        await clinic.DoAsync((_, who) => Decision.Accept("clinician", new PersonDeactivated(who.PersonId, "clinician")));
        Assert.Equal("401 not-signed-in", await five.KindAsync(Get, "/api/v1/session"));
    }

    // Aim: rounds can be raised: who signs in with an older hash is kept with the rounds of today, and an older hash still counts.
    [Fact]
    public async Task A_hash_of_fewer_rounds_is_renewed_at_sign_in()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient one = await clinic.BrowserAsync(Role.Clinician);
        string? renewed = (await clinic.Desk.ReadAsync()).People.Account("clinician").PasswordHash;

        Assert.True(Passwords.Verify(renewed, ServedClinic.Password, out bool outdated));
        Assert.False(outdated);
        Assert.Equal("200", await one.KindAsync(Get, "/api/v1/session"));
    }
}
